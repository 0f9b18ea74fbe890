import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DocumentList } from '@/components/document/document-list'
import { DocumentSearch } from '@/components/document/document-search'
import { PageLinks } from '@/components/document/page-links'
import { PassageResults } from '@/components/document/passage-results'
import { SiteFooter } from '@/components/shell/site-footer'
import { authorizePage } from '@/server/auth/authorize-page'
import { withQuery } from '@/server/auth/with-query'
import { getServer } from '@/server/get-server'
import { searchPassages } from '@/server/search-passages'

const pageSize = 40

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('title') }
}

export default async function DocumentsPage(props: { searchParams: Promise<{ q?: string; page?: string }> }) {
  await authorizePage(withQuery('/documents', { ...(await props.searchParams) }))
  const [parameters, server, t] = await Promise.all([props.searchParams, getServer(), getTranslations('documents')])
  const query = String(parameters.q ?? '')
    .slice(0, 400)
    .trim()
  const page = Math.max(1, Math.min(100_000, Number.parseInt(parameters.page ?? '1', 10) || 1))
  const [{ total, documents }, passages] = await Promise.all([
    server.documents.list({ offset: (page - 1) * pageSize, limit: pageSize, ...(query ? { query } : {}) }),
    query && page === 1 ? searchPassages({ server, query, k: 6 }) : [],
  ])
  const pages = Math.max(1, Math.ceil(total / pageSize))
  // After a deletion the last page may be gone.
  if (page > pages) redirect(withQuery('/documents', { ...(query && { q: query }), page: String(pages) }))
  return (
    <>
      <main id="content" tabIndex={-1} className="page">
        <h1 className="text-title">{t('title')}</h1>
        <p className="mb-8 text-ink-2">{query || total === 0 ? null : t('lead', { count: total })}</p>
        <DocumentSearch query={query} />
        {query ? (
          <h2 className="mt-10 mb-3 font-body text-small font-bold text-ink-2">
            {t(total > 0 ? 'matching' : 'none', { query })}
          </h2>
        ) : null}
        {!query && total === 0 ? <p className="mt-10 text-ink-2">{t('empty')}</p> : null}
        <DocumentList documents={documents} />
        <PageLinks page={page} pages={pages} query={query} />
        <PassageResults results={passages} />
      </main>
      <SiteFooter />
    </>
  )
}
