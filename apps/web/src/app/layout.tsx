import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DisplayFont } from '@/components/shell/display-font'
import { OfflineSupport } from '@/components/shell/offline-support'
import { ShortcutsDialog } from '@/components/shell/shortcuts-dialog'
import { SiteHeader } from '@/components/shell/site-header'
import { parseTheme, themeCookie } from '@/components/shell/theme'
import { findSignedIn } from '@/server/auth/find-signed-in'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return {
    title: { default: `${t('name')} — ${t('tagline')}`, template: `%s — ${t('name')}` },
    description: t('description'),
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f7f4' },
    { media: '(prefers-color-scheme: dark)', color: '#121516' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, jar, head, t] = await Promise.all([getLocale(), cookies(), headers(), getTranslations('shell')])
  // The page itself tells when the server cannot be made.
  const account = await findSignedIn().catch(() => null)
  const theme = parseTheme(jar.get(themeCookie)?.value)
  return (
    <html lang={locale} data-theme={theme === 'system' ? undefined : theme}>
      <body>
        <a href="#content" className="skip-link">
          {t('skip')}
        </a>
        <SiteHeader theme={theme} account={account?.name ?? null} />
        <OfflineSupport notice={t('offlineNotice')} />
        {children}
        <ShortcutsDialog />
        <DisplayFont nonce={head.get('x-nonce') ?? undefined} />
      </body>
    </html>
  )
}
