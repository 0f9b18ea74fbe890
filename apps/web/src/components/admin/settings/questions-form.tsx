import type { GuardCategory, GuardMode } from '@shutten/retrieval'
import { useTranslations } from 'next-intl'
import type { SettingsView } from '@/server/settings/describe-settings'
import type { FixedSettings } from '@/server/settings/find-fixed-settings'
import { SettingLines, SettingSelect } from './fields'
import { PolicyProblem } from './policy-problem'
import { SectionForm } from './section-form'
import { fromLines, toLines } from './text-lines'
import type { Section, SectionBody } from './use-section'

const modes = ['off', 'standard', 'strict'] as const
const categories = [
  'weapons',
  'self-harm',
  'malware',
  'illegal-drugs',
  'sexual-minors',
  'hate',
  'personal-data',
  'prompt-extraction',
  'house-rule',
] as const satisfies readonly GuardCategory[]

export interface QuestionsDraft {
  mode: GuardMode
  categories: Partial<Record<GuardCategory, GuardMode>>
  refuse: string
  allow: string
}

export const toQuestionsDraft = ({ values }: SettingsView['questions']): QuestionsDraft => ({
  ...{ mode: values.mode, categories: values.categories },
  ...{ refuse: toLines(values.refuse), allow: toLines(values.allow) },
})

export const toQuestionsBody = (draft: QuestionsDraft): SectionBody<'questions'> => ({
  values: { ...draft, refuse: fromLines(draft.refuse), allow: fromLines(draft.allow) },
})

/** What is not answered: how strictly, by category, and by words of the house. */
export function QuestionsForm(options: {
  section: Section<'questions', QuestionsDraft>
  fixed: FixedSettings['guardMode']
}) {
  const { section, fixed } = options
  const t = useTranslations('admin.settings')
  const { draft, change, stored } = section
  const set = (category: GuardCategory, mode: GuardMode | '') => {
    const { [category]: _, ...others } = draft.categories
    change({ categories: mode === '' ? others : { ...others, [category]: mode } })
  }
  return (
    <SectionForm section={section}>
      <PolicyProblem problem={stored.problem} />
      <SettingSelect
        label={t('field.mode')}
        hint={t(`modeHint.${fixed?.value ?? draft.mode}`)}
        fixedBy={fixed?.variable}
        value={fixed?.value ?? draft.mode}
        onChange={(mode) => change({ mode })}
        choices={modes.map((mode) => [mode, t(`mode.${mode}`)] as const)}
      />
      <details open={Object.keys(draft.categories).length > 0 || undefined}>
        <summary className="inline-flex min-h-11 items-center text-small underline underline-offset-4">
          {t('field.categories')}
        </summary>
        <div className="mt-2 grid grid-cols-1 gap-x-6 gap-y-3 sm:grid-cols-2">
          {categories.map((category) => (
            <SettingSelect<GuardMode | ''>
              key={category}
              label={t(`category.${category}`)}
              value={draft.categories[category] ?? ''}
              onChange={(mode) => set(category, mode)}
              choices={[['', t('asAbove')], ...modes.map((mode) => [mode, t(`mode.${mode}`)] as const)]}
            />
          ))}
        </div>
      </details>
      <SettingLines
        label={t('field.refuse')}
        hint={t('refuseHint')}
        value={draft.refuse}
        onChange={(refuse) => change({ refuse })}
      />
      <SettingLines
        label={t('field.allow')}
        hint={t('allowHint')}
        value={draft.allow}
        onChange={(allow) => change({ allow })}
      />
    </SectionForm>
  )
}
