import { setTimeout as delay } from 'node:timers/promises'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { SettingsForms } from '@/components/admin/settings/settings-forms'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { describeSettings } from '@/server/settings/describe-settings'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('settings.title') }
}

/** What an administrator sets: who writes, what is answered and what is not, what is kept, and in which language. */
export default async function SettingsPage() {
  await requirePrincipal('/admin/settings')
  const [server, t, language] = await Promise.all([getServer(), getTranslations('admin.settings'), getLocale()])
  const [settings, suggestions] = await Promise.all([
    describeSettings(server.administration),
    // One that the sources answer: a refused question would try no model. The page does not wait for one to be found.
    Promise.race([server.suggestions({ language }), delay(200, [])]).catch((): string[] => []),
  ])
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 mb-8 max-w-measure text-small text-ink-2">{t('lead.all')}</p>
      <SettingsForms initial={settings} question={suggestions[0] ?? t('try.default')} />
    </>
  )
}
