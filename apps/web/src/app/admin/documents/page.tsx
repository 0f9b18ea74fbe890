import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DocumentSearch } from '@/components/admin/document-search'
import { documentsHref } from '@/components/admin/documents-href'
import { DocumentsTable } from '@/components/admin/documents-table'
import { Pagination } from '@/components/admin/pagination'
import { UploadPanel } from '@/components/admin/upload-panel'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

const pageSize = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('documents') }
}

interface Search {
  q?: string | string[]
  page?: string | string[]
}

export default async function DocumentsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { q, page: asked } = await searchParams
  const query = (typeof q === 'string' ? q : '').trim().slice(0, 500)
  const page = Math.max(1, Math.min(100_000, Number.parseInt(String(asked), 10) || 1))
  await requirePrincipal(documentsHref({ query, page }))
  const [server, t] = await Promise.all([getServer(), getTranslations('admin')])
  const { total, documents } = await server.documents.list({
    offset: (page - 1) * pageSize,
    limit: pageSize,
    ...(query && { query }),
  })
  const pages = Math.max(1, Math.ceil(total / pageSize))
  // After a deletion the last page may be gone.
  if (page > pages) redirect(documentsHref({ query, page: pages }))
  return (
    <>
      <h1 className="text-title">{t('documents')}</h1>
      <p className="mt-1 mb-6 text-small text-ink-2">
        {query ? t('list.matching', { query, total }) : t('list.lead', { total })}
      </p>
      <UploadPanel />
      <div className="mt-8">
        <DocumentSearch query={query} />
      </div>
      {documents.length > 0 ? <DocumentsTable documents={documents} /> : null}
      {query && total === 0 ? <p className="mt-8 text-small">{t('list.none', { query })}</p> : null}
      <Pagination page={page} pages={pages} href={(page) => documentsHref({ query, page })} />
    </>
  )
}
