import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { SettingsView } from '@/server/settings/describe-settings'
import { callApi } from '../call-api'
import { SettingInput, SettingRadios } from './fields'
import { SectionForm } from './section-form'
import type { Section, SectionBody } from './use-section'

export interface ConversationsDraft {
  kept: 'forever' | 'days'
  days: string
}

export const toConversationsDraft = ({ values }: SettingsView['conversations']): ConversationsDraft => ({
  kept: values.retentionDays === null ? 'forever' : 'days',
  days: String(values.retentionDays ?? 365),
})

export const toConversationsBody = ({ kept, days }: ConversationsDraft): SectionBody<'conversations'> => ({
  values: { retentionDays: kept === 'forever' ? null : Number(days) },
})

/** How long conversations are kept. What a shorter time would remove is asked and told first: it does not come back. */
export function ConversationsForm({ section }: { section: Section<'conversations', ConversationsDraft> }) {
  const t = useTranslations('admin.settings')
  const format = useFormatter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [older, setOlder] = useState(0)
  const { draft, change, stored, body, save } = section
  const { lastRun } = stored

  async function submit() {
    const days = body().values.retentionDays
    if (days === null) return save()
    const counted = await callApi<{ conversations: number }>({
      path: `/api/v1/settings/retention?days=${days}`,
      method: 'GET',
    })
    // What cannot be asked cannot be saved either, and saving says why.
    if (!counted.value?.conversations) return save()
    setOlder(counted.value.conversations)
    dialog.current?.showModal()
  }

  const note = (
    <>
      {lastRun ? (
        <p className="text-small text-ink-2">
          {t('lastRun', {
            time: format.dateTime(new Date(lastRun.at), { dateStyle: 'medium', timeStyle: 'short' }),
            count: lastRun.removed,
          })}
        </p>
      ) : null}
      <p className="text-small">
        <Link href="/admin/accounts#who-asks-title" prefetch={false} className="underline underline-offset-4">
          {t('toWhoAsks')}
        </Link>
      </p>
    </>
  )
  return (
    <SectionForm section={section} onSubmit={submit} note={note}>
      <SettingRadios
        name="kept"
        label={t('field.retentionDays')}
        value={draft.kept}
        onChange={(kept) => change({ kept })}
        choices={[
          ['forever', t('keptForever'), t('keptForeverText')],
          ['days', t('keptDays'), t('keptDaysText')],
        ]}
      />
      {draft.kept === 'days' ? (
        <SettingInput
          label={t('days')}
          value={draft.days}
          onChange={(days) => change({ days })}
          type="number"
          required
          min={1}
          max={3650}
          step={1}
        />
      ) : null}
      <dialog ref={dialog} aria-labelledby="retention-title" className="admin-dialog">
        <h3 id="retention-title" className="text-lead">
          {t('removeOlderTitle')}
        </h3>
        <p className="mt-3 text-small">{t('removeOlderText', { count: older, days: Number(draft.days) })}</p>
        <div className="mt-6 flex justify-end gap-3">
          <button type="button" className="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              dialog.current?.close()
              save()
            }}
          >
            {t('removeOlder')}
          </button>
        </div>
      </dialog>
    </SectionForm>
  )
}
