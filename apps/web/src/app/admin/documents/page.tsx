import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BulkChanges } from '@/components/admin/documents/bulk-changes'
import { DocumentFilters } from '@/components/admin/documents/document-filters'
import { type DocumentsView, documentsHref } from '@/components/admin/documents/documents-href'
import { DocumentsTable } from '@/components/admin/documents/documents-table'
import { FailedList } from '@/components/admin/documents/failed-list'
import { Pagination } from '@/components/admin/pagination'
import { UploadPanel } from '@/components/admin/uploads/upload-panel'
import { requirePrincipal } from '@/server/auth/require-principal'
import { readDocumentsView } from '@/server/documents/document-filter'
import { getServer } from '@/server/get-server'
import type { ShuttenServer } from '@/server/shutten-server'

const pageSize = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('documents') }
}

type Search = Record<string, string | string[] | undefined>

export default async function DocumentsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const view = readDocumentsView(await searchParams)
  await requirePrincipal(documentsHref(view))
  const [server, t] = await Promise.all([getServer(), getTranslations('admin')])
  const [{ total, list }, sources] = await Promise.all([
    listDocuments(server, view),
    server.documentBrowser.listSources(),
  ])
  const pages = Math.max(1, Math.ceil(total / pageSize))
  // After a deletion the last page may be gone.
  if (view.page > pages) redirect(documentsHref({ ...view, page: pages }))
  const isNarrowed = Object.keys(view.filter).length > 0
  return (
    <>
      <h1 className="text-title">{t('documents')}</h1>
      <p className="mt-1 mb-6 text-small text-ink-2" data-total={total}>
        {view.state === 'failed'
          ? t('documentList.failedLead', { total })
          : t(isNarrowed ? 'documentList.matching' : 'list.lead', { total })}
      </p>
      <UploadPanel />
      <nav aria-label={t('documentList.states')} className="-ms-2 mt-8 mb-3 flex flex-wrap">
        {(['indexed', 'failed'] as const).map((state) => (
          <Link
            key={state}
            href={documentsHref({ state })}
            prefetch={false}
            aria-current={state === view.state ? 'page' : undefined}
            className="admin-tab"
          >
            {t(`documentList.state.${state}`)}
          </Link>
        ))}
        <Link href="/admin/quarantine" prefetch={false} className="admin-tab">
          {t('documentList.state.held')}
        </Link>
      </nav>
      <DocumentFilters view={view} sources={sources} />
      {list}
      {isNarrowed && total === 0 ? <p className="mt-8 text-small">{t('documentList.none')}</p> : null}
      <Pagination page={view.page} pages={pages} href={(page) => documentsHref({ ...view, page })} />
    </>
  )
}

async function listDocuments(server: ShuttenServer, view: DocumentsView) {
  const { state, filter, order, page } = view
  const slice = { offset: (page - 1) * pageSize, limit: pageSize }
  if (state === 'failed') {
    const { query } = filter
    const { total, items } = await server.documentBrowser.listFailed({ ...slice, ...(query && { query }) })
    return { total, list: items.length > 0 ? <FailedList items={items} /> : null }
  }
  const { total, documents } = await server.documentBrowser.list({ filter, order, ...slice })
  const states = await server.documentBrowser.describe(documents)
  const list =
    documents.length > 0 ? (
      <BulkChanges key={documentsHref({ ...view })} filter={filter} total={total}>
        <DocumentsTable documents={documents} states={states} />
      </BulkChanges>
    ) : null
  return { total, list }
}
