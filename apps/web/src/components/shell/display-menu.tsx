import { useLocale, useTranslations } from 'next-intl'
import { saveLanguage, saveTheme } from '@/app/display-actions'
import { ChoiceButtons } from './choice-buttons'
import type { Theme } from './theme'

/** Theme and language. A native popover with plain forms: it works before, and without, any script. */
export function DisplayMenu({ theme, account }: { theme: Theme; account: string | null }) {
  const t = useTranslations('shell')
  const language = useLocale()
  return (
    <>
      <button type="button" popoverTarget="display-menu" className="header-link text-small">
        {t('display')}
      </button>
      <div id="display-menu" popover="auto" className="display-menu">
        <form action={saveTheme}>
          <ChoiceButtons
            name="theme"
            legend={t('theme')}
            chosen={theme}
            choices={[
              { value: 'system', label: t('themeSystem') },
              { value: 'light', label: t('themeLight') },
              { value: 'dark', label: t('themeDark') },
            ]}
          />
        </form>
        <form action={saveLanguage}>
          <ChoiceButtons
            name="language"
            legend={t('language')}
            chosen={language}
            choices={[
              { value: 'ja', label: '日本語', lang: 'ja' },
              { value: 'en', label: 'English', lang: 'en' },
            ]}
          />
        </form>
        {account === null ? null : (
          <a href="/account" className="quiet-button">
            {t('account', { name: account })}
          </a>
        )}
      </div>
    </>
  )
}
