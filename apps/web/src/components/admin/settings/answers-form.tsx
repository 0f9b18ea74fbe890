import { useTranslations } from 'next-intl'
import type { SettingsView } from '@/server/settings/describe-settings'
import type { FixedSettings } from '@/server/settings/find-fixed-settings'
import { SettingInput, SettingRadios } from './fields'
import { SectionForm } from './section-form'
import type { Section, SectionBody } from './use-section'

export interface AnswersDraft {
  threshold: string
  unsupportedSentences: 'drop' | 'mark'
}

export const toAnswersDraft = ({ values }: SettingsView['answers']): AnswersDraft => ({
  threshold: values.threshold === null ? '' : String(values.threshold),
  unsupportedSentences: values.unsupportedSentences,
})

export const toAnswersBody = ({ threshold, unsupportedSentences }: AnswersDraft): SectionBody<'answers'> => ({
  values: { threshold: threshold.trim() === '' ? null : Number(threshold), unsupportedSentences },
})

/** How sure an answer must be, and what becomes of what no source holds. */
export function AnswersForm(options: {
  section: Section<'answers', AnswersDraft>
  fixed: FixedSettings['unsupportedSentences']
}) {
  const { section, fixed } = options
  const t = useTranslations('admin.settings')
  const { draft, change, stored } = section
  return (
    <SectionForm section={section}>
      <SettingInput
        label={t('field.threshold')}
        hint={t('thresholdHint', { value: stored.defaultThreshold })}
        value={draft.threshold}
        onChange={(threshold) => change({ threshold })}
        type="number"
        min={0.05}
        max={0.95}
        step={0.01}
        placeholder={String(stored.defaultThreshold)}
      />
      <SettingRadios
        name="unsupportedSentences"
        label={t('field.unsupportedSentences')}
        fixedBy={fixed?.variable}
        value={fixed?.value ?? draft.unsupportedSentences}
        onChange={(unsupportedSentences) => change({ unsupportedSentences })}
        choices={[
          ['drop', t('drop'), t('dropText')],
          ['mark', t('mark'), t('markText')],
        ]}
      />
    </SectionForm>
  )
}
