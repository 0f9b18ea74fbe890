import { useTranslations } from 'next-intl'
import { KeyboardShortcuts } from './keyboard-shortcuts'

const keys = [
  ['?', 'list'],
  ['N', 'new'],
  ['/', 'focus'],
  [']', 'nextCitation'],
  ['[', 'previousCitation'],
  ['Esc', 'closeSource'],
  ['H', 'history'],
] as const

/** The list of shortcuts. It is in the page the server sends; only what opens it, and the keys, are a script. */
export function ShortcutsDialog() {
  const t = useTranslations('shortcuts')
  return (
    <dialog id="shortcuts" aria-labelledby="shortcuts-title" className="sheet-dialog">
      <h2 id="shortcuts-title" className="text-lead">
        {t('title')}
      </h2>
      <dl className="shortcut-list">
        {keys.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-note text-ink-2">{t('notWhileTyping')}</p>
      <KeyboardShortcuts switchLabel={t('use')} />
      <form method="dialog" className="mt-4 text-end">
        <button type="submit" className="button">
          {t('close')}
        </button>
      </form>
    </dialog>
  )
}
