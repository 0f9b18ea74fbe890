import { useTranslations } from 'next-intl'
import type { SettingsView } from '@/server/settings/describe-settings'
import { SettingSelect } from './fields'
import { SectionForm } from './section-form'
import type { Section, SectionBody } from './use-section'

type LanguagesDraft = SettingsView['languages']['values']

export const toLanguagesDraft = ({ values }: SettingsView['languages']): LanguagesDraft => values
export const toLanguagesBody = (values: LanguagesDraft): SectionBody<'languages'> => ({ values })

/** In which language the pages are for who has chosen none. */
export function LanguagesForm({ section }: { section: Section<'languages', LanguagesDraft> }) {
  const t = useTranslations('admin.settings')
  return (
    <SectionForm section={section}>
      <SettingSelect
        label={t('field.pages')}
        hint={t('pagesHint')}
        value={section.draft.pages}
        onChange={(pages) => section.change({ pages })}
        choices={(['browser', 'ja', 'en'] as const).map((one) => [one, t(`pages.${one}`)] as const)}
      />
    </SectionForm>
  )
}
