import { useFormatter, useTranslations } from 'next-intl'
import type { SettingsSection, SettingsView } from '@/server/settings/describe-settings'
import type { Section } from './use-section'

/** Somebody else has saved meanwhile: what is different, and whose is to stay. */
export function OtherChange<Name extends SettingsSection, Draft>(options: {
  section: Section<Name, Draft>
  theirs: SettingsView[Name]
}) {
  const { section, theirs } = options
  const t = useTranslations('admin.settings')
  const format = useFormatter()
  const mine = new Map<string, unknown>(Object.entries(section.body().values))
  const different = Object.entries(theirs.values).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(mine.get(name)),
  )
  const time = format.dateTime(new Date(theirs.savedAt ?? 0), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div role="alert" className="border-s-4 border-ink bg-sheet px-4 py-3 text-small">
      <p className="font-bold">
        {theirs.savedBy ? t('changedBy', { name: theirs.savedBy, time }) : t('changedAt', { time })}
      </p>
      <p className="text-ink-2">{t('yoursIsHere')}</p>
      {different.length > 0 ? (
        <dl className="mt-2 grid grid-cols-1 gap-1">
          {different.map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-2">{t.has(`field.${name as 'model'}`) ? t(`field.${name as 'model'}`) : name}</dt>
              <dd className="min-w-0 wrap-anywhere">{toText(value) || t('nothing')}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-3">
        <button type="button" className="button" onClick={section.takeTheirs}>
          {t('takeTheirs')}
        </button>
        <button type="button" className="button button-primary" onClick={section.saveMine}>
          {t('saveMine')}
        </button>
      </div>
    </div>
  )
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join('、')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .map(([name, inner]) => `${name}: ${inner}`)
    .join('、')
}
