import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeysList } from '@/components/admin/access/keys-list'
import { NewKey } from '@/components/admin/access/new-key'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('keys.title') }
}

export default async function KeysPage() {
  await requirePrincipal('/admin/keys')
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.keys')])
  const keys = await server.accounts.listApiKeys()
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 mb-6 max-w-measure text-small text-ink-2">{t('lead')}</p>
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[3fr_2fr]">
        <KeysList keys={keys} now={new Date().toISOString()} />
        <section aria-labelledby="new-key-title" className="min-w-0">
          <h2 id="new-key-title" className="text-entry">
            {t('add')}
          </h2>
          <NewKey />
        </section>
      </div>
    </>
  )
}
