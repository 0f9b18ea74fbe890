import { feedbackReasons } from '@shutten/core'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type FeedbackFilter, feedbackHref } from '@/components/admin/feedback-href'
import { FeedbackList } from '@/components/admin/feedback-list'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

const pageSize = 25

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('feedback.title') }
}

export default async function FeedbackPage(props: {
  searchParams: Promise<{ filter?: string | string[]; page?: string | string[] }>
}) {
  const asked = await props.searchParams
  const reason = feedbackReasons.find((one) => one === asked.filter)
  const filter: FeedbackFilter = reason ?? (asked.filter === 'good' ? 'good' : null)
  const page = Math.max(1, Math.min(100_000, Number.parseInt(String(asked.page), 10) || 1))
  await requirePrincipal(feedbackHref({ filter, page }))
  const [server, t, words] = await Promise.all([
    getServer(),
    getTranslations('admin.feedback'),
    getTranslations('feedback'),
  ])
  const narrowed = reason ? { reason } : filter === 'good' ? { verdict: 'good' as const } : {}
  const { total, feedback } = await server.feedback.list({
    ...narrowed,
    offset: (page - 1) * pageSize,
    limit: pageSize,
  })
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) redirect(feedbackHref({ filter, page: pages }))
  const choices: { value: FeedbackFilter; label: string }[] = [
    { value: null, label: t('all') },
    ...feedbackReasons.map((value) => ({ value, label: words(`reason.${value}`) })),
    { value: 'good', label: words('good') },
  ]
  const exported = new URLSearchParams(Object.entries(narrowed))
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 mb-4 text-small text-ink-2">{t('lead', { total })}</p>
      <nav aria-label={t('filter')} className="-ms-2 flex flex-wrap gap-1">
        {choices.map(({ value, label }) => (
          <Link
            key={label}
            href={feedbackHref({ filter: value, page: 1 })}
            prefetch={false}
            aria-current={value === filter ? 'page' : undefined}
            className="admin-tab"
          >
            {label}
          </Link>
        ))}
      </nav>
      {total > 0 ? (
        <>
          <FeedbackList feedback={feedback} />
          <div className="mt-6 flex flex-wrap items-center justify-between gap-4 text-small">
            {page > 1 ? (
              <Link href={feedbackHref({ filter, page: page - 1 })} prefetch={false} rel="prev" className="button">
                {t('previous')}
              </Link>
            ) : (
              <span />
            )}
            <span className="tabular-nums">{t('page', { page, pages })}</span>
            {page < pages ? (
              <Link href={feedbackHref({ filter, page: page + 1 })} prefetch={false} rel="next" className="button">
                {t('next')}
              </Link>
            ) : (
              <span />
            )}
          </div>
          <p className="mt-8 flex gap-3">
            {(['csv', 'json'] as const).map((format) => (
              <a
                key={format}
                href={`/api/v1/feedback?${exported}&format=${format}&limit=10000`}
                className="button"
                download
              >
                {t('export', { format: format.toUpperCase() })}
              </a>
            ))}
          </p>
        </>
      ) : (
        <p className="mt-8 text-small">{t('none')}</p>
      )}
    </>
  )
}
