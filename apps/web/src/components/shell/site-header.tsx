import { useTranslations } from 'next-intl'
import { Seal } from '../ui/seal'
import { DisplayMenu } from './display-menu'
import type { Theme } from './theme'

export function SiteHeader({ theme, account }: { theme: Theme; account: string | null }) {
  const t = useTranslations('shell')
  return (
    <header className="sticky top-0 z-20 h-(--header) border-b border-rule bg-paper print:hidden">
      <div className="flex h-full items-center px-4 sm:px-6">
        <a href="/" aria-label={t('home')} className="flex items-center gap-2.5">
          <Seal />
          <span className="site-name">{t('name')}</span>
        </a>
        <nav aria-label={t('navigation')} className="ms-auto flex items-center text-small">
          {/* On a narrow screen the name leads there. */}
          <a href="/" className="header-link max-[30rem]:hidden">
            {t('ask')}
          </a>
          <a href="/documents" className="header-link">
            {t('documents')}
          </a>
          <a href="/history" className="header-link">
            {t('history')}
          </a>
        </nav>
        <DisplayMenu theme={theme} account={account} />
      </div>
    </header>
  )
}
