import { isShuttenError } from '@shutten/core'
import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SourceActions } from '@/components/admin/sources/source-actions'
import { SourceFacts } from '@/components/admin/sources/source-facts'
import { SourceForm } from '@/components/admin/sources/source-form'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { isOfAdmins } from '@/server/sources/is-of-admins'
import { saveSource } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('sources') }
}

export default async function SourcePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  const { role } = await requirePrincipal(`/admin/sources/${encodeURIComponent(id)}`)
  const [server, t] = await Promise.all([getServer(), getTranslations('admin')])
  const source = await server.sources.get(id).catch((error: unknown) => {
    if (isShuttenError(error) && error.code === 'SOURCE_UNKNOWN') notFound()
    throw error
  })
  const canChange = role === 'admin' || !isOfAdmins(source)
  return (
    <>
      <Link href="/admin/sources" prefetch={false} className="text-small underline underline-offset-4">
        {t('source.all')}
      </Link>
      <h1 className="mt-2 text-title">{source.name}</h1>
      <SourceFacts source={source} />
      <SourceActions source={source} canChange={canChange} />
      <section aria-labelledby="edit-source-title" className="mt-12 max-w-measure">
        <h2 id="edit-source-title" className="text-entry">
          {t('source.edit')}
        </h2>
        {canChange ? (
          <>
            <p className="mt-1 text-small text-ink-2">{t('source.returns')}</p>
            <SourceForm key={source.id} action={saveSource} source={source} role={role} />
          </>
        ) : (
          <p className="mt-1 text-small">{t('source.ofAdmins')}</p>
        )}
      </section>
    </>
  )
}
