import { useTranslations } from 'next-intl'

export function SiteFooter() {
  const t = useTranslations('shell')
  return (
    <footer className="mx-auto flex w-full max-w-page items-center gap-4 border-t border-rule px-4 py-6 text-note text-ink-3 sm:px-6 print:hidden">
      <span>{t('tagline')}</span>
      <a href="/admin" className="ms-auto underline-offset-4 hover:underline">
        {t('admin')}
      </a>
    </footer>
  )
}
