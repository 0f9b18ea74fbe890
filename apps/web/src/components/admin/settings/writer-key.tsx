import { needsKey } from '@shutten/core'
import { useFormatter, useTranslations } from 'next-intl'
import { SettingInput } from './fields'
import type { Section } from './use-section'
import { keepsKey, usesKey, type WriterDraft } from './writer-draft'

/** The key: how it ends and since when, never itself; a new one takes its place. */
export function WriterKey({ section }: { section: Section<'writer', WriterDraft> }) {
  const t = useTranslations('admin.settings')
  const format = useFormatter()
  const { stored, draft, change } = section
  const { key } = stored
  if (!usesKey(draft.provider)) return null
  const isKept = key !== null && keepsKey(stored, draft)
  const since = key && format.dateTime(new Date(key.since), { dateStyle: 'medium' })
  return (
    <div className="grid grid-cols-1 gap-2">
      {key ? (
        <p className="text-small" data-key={draft.removesKey ? 'removed' : isKept ? 'set' : 'elsewhere'}>
          {draft.removesKey
            ? t('keyRemoved')
            : !isKept
              ? t('keyElsewhere')
              : !key.isReadable
                ? t('keyUnreadable')
                : key.endsIn
                  ? t('keySet', { endsIn: key.endsIn, since: since ?? '' })
                  : t('keySetShort', { since: since ?? '' })}
          {isKept ? (
            <button
              type="button"
              className="quiet-button ms-2"
              onClick={() => change({ removesKey: !draft.removesKey, key: '' })}
            >
              {draft.removesKey ? t('keyKeep') : t('keyRemove')}
            </button>
          ) : null}
        </p>
      ) : null}
      {draft.removesKey ? null : (
        <SettingInput
          label={isKept ? t('keyReplace') : t('key')}
          hint={t('keyHint')}
          value={draft.key}
          onChange={(next) => change({ key: next })}
          type="password"
          required={!isKept && needsKey({ provider: draft.provider, baseUrl: draft.baseUrl.trim() || null })}
          maxLength={2000}
        />
      )}
    </div>
  )
}
