import type { HygieneAction, HygieneKind } from '@shutten/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { SettingsView } from '@/server/settings/describe-settings'
import { SettingLines, SettingSelect } from './fields'
import { PolicyProblem } from './policy-problem'
import { SectionForm } from './section-form'
import { fromLines, toLines } from './text-lines'
import type { Section, SectionBody } from './use-section'

const actions = ['allow', 'mask', 'quarantine'] as const
const kinds = [
  'instruction',
  'secret',
  'my-number',
  'credit-card',
  'email',
  'phone',
  'postal-address',
  'bank-account',
] as const satisfies readonly HygieneKind[]

export interface DocumentsDraft {
  actions: Record<HygieneKind, HygieneAction>
  keep: string
}

export const toDocumentsDraft = ({ values }: SettingsView['documents']): DocumentsDraft => ({
  actions: values.actions,
  keep: toLines(values.keep),
})

export const toDocumentsBody = ({ actions, keep }: DocumentsDraft): SectionBody<'documents'> => ({
  values: { actions, keep: fromLines(keep) },
})

/** What documents must not hold, and what is done about it. */
export function DocumentsForm({ section }: { section: Section<'documents', DocumentsDraft> }) {
  const t = useTranslations('admin.settings')
  const names = useTranslations('admin.quarantine.kind')
  const { draft, change, stored, state } = section
  const note = (
    <p className={`text-small ${state === 'saved' ? 'border-s-4 border-ink ps-3' : 'text-ink-2'}`}>
      {t('documentsNote')}{' '}
      <Link href="/admin/quarantine" prefetch={false} className="underline underline-offset-4">
        {t('toQuarantine')}
      </Link>
    </p>
  )
  return (
    <SectionForm section={section} note={note}>
      <PolicyProblem problem={stored.problem} />
      <div className="grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
        {kinds.map((kind) => (
          <SettingSelect
            key={kind}
            label={names(kind)}
            value={draft.actions[kind]}
            onChange={(action) => change({ actions: { ...draft.actions, [kind]: action } })}
            choices={actions.map((action) => [action, t(`action.${action}`)] as const)}
          />
        ))}
      </div>
      <SettingLines
        label={t('field.keep')}
        hint={t('keepHint')}
        value={draft.keep}
        onChange={(keep) => change({ keep })}
      />
    </SectionForm>
  )
}
