import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DeleteAll } from '@/components/history/delete-all'
import { historyHref } from '@/components/history/history-href'
import { HistoryList } from '@/components/history/history-list'
import { HistorySearch } from '@/components/history/history-search'
import { SiteFooter } from '@/components/shell/site-footer'
import { authorizePage } from '@/server/auth/authorize-page'
import { withQuery } from '@/server/auth/with-query'
import { getServer } from '@/server/get-server'
import { findOwner } from '@/server/session/find-owner'

const pageSize = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('history'))('title'), robots: { index: false } }
}

export default async function HistoryPage(props: {
  searchParams: Promise<{ q?: string | string[]; page?: string | string[] }>
}) {
  await authorizePage(withQuery('/history', { ...(await props.searchParams) }))
  const [parameters, owner, t] = await Promise.all([props.searchParams, findOwner(), getTranslations('history')])
  const query = (typeof parameters.q === 'string' ? parameters.q : '').slice(0, 400).trim()
  const page = Math.max(1, Math.min(100_000, Number.parseInt(String(parameters.page), 10) || 1))
  const { total, conversations } =
    owner === null
      ? { total: 0, conversations: [] }
      : await (await getServer()).conversations.list({ owner, query, offset: (page - 1) * pageSize, limit: pageSize })
  const pages = Math.max(1, Math.ceil(total / pageSize))
  // After a deletion the last page may be gone.
  if (page > pages) redirect(historyHref({ query, page: pages }))
  return (
    <>
      <main id="content" tabIndex={-1} className="page">
        <div className="mx-auto max-w-measure">
          <h1 className="text-title">{t('title')}</h1>
          <p className="mb-8 text-ink-2">{total === 0 && !query ? t('empty') : t('lead')}</p>
          {total > 0 || query ? <HistorySearch query={query} /> : null}
          {query ? (
            <h2 className="mt-8 mb-3 font-body text-small font-bold text-ink-2">
              {t(total > 0 ? 'matching' : 'none', { query, count: total })}
            </h2>
          ) : null}
          <HistoryList conversations={conversations} query={query} page={page} />
          {pages > 1 ? (
            <nav aria-label={t('pages')} className="mt-6 flex items-center justify-between gap-4 text-small">
              {page > 1 ? (
                <a href={historyHref({ query, page: page - 1 })} rel="prev" className="button">
                  {t('previous')}
                </a>
              ) : (
                <span />
              )}
              <span className="text-ink-2 tabular-nums">{t('page', { page, pages })}</span>
              {page < pages ? (
                <a href={historyHref({ query, page: page + 1 })} rel="next" className="button">
                  {t('next')}
                </a>
              ) : (
                <span />
              )}
            </nav>
          ) : null}
          {total > 0 && !query ? <DeleteAll count={total} /> : null}
        </div>
      </main>
      <SiteFooter />
    </>
  )
}
