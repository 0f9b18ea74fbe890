import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SourceForm } from '@/components/admin/sources/source-form'
import { SourcesList } from '@/components/admin/sources/sources-list'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { saveSource } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sources') }
}

export default async function SourcesPage() {
  const { role } = await requirePrincipal('/admin/sources')
  const [server, t] = await Promise.all([getServer(), getTranslations('admin')])
  const sources = await server.sources.list()
  return (
    <>
      <h1 className="text-title">{t('sources')}</h1>
      <p className="mt-1 mb-6 max-w-measure text-small text-ink-2">{t('source.lead')}</p>
      <SourcesList sources={sources} role={role} />
      <section aria-labelledby="add-source-title" className="mt-14 max-w-measure">
        <h2 id="add-source-title" className="text-entry">
          {t('source.add')}
        </h2>
        <SourceForm action={saveSource} source={null} role={role} />
      </section>
    </>
  )
}
