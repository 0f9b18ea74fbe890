import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AnswerList } from '@/components/admin/answers/answer-list'
import { answersHref } from '@/components/admin/answers/answers-href'
import { periods, readPeriod, startOf } from '@/components/admin/overview/period'
import { Pagination } from '@/components/admin/pagination'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

const pageSize = 25

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('answers.title') }
}

/** The kept answers of a period: what the figures of the overview count. */
export default async function AnswersPage(props: {
  searchParams: Promise<{ days?: string | string[]; status?: string | string[]; page?: string | string[] }>
}) {
  const asked = await props.searchParams
  const period = readPeriod(asked.days)
  const status = (['answered', 'refused'] as const).find((one) => one === asked.status) ?? null
  const page = Math.max(1, Math.min(100_000, Number.parseInt(String(asked.page), 10) || 1))
  const filter = { period, status, page }
  await requirePrincipal(answersHref(filter))
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.answers')])
  const { total, answers } = await server.answerLog.list({
    from: startOf(period, Date.now()),
    offset: (page - 1) * pageSize,
    limit: pageSize,
    ...(status && { status }),
  })
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) redirect(answersHref({ ...filter, page: pages }))
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-small text-ink-2">{t('lead')}</p>
      <div className="flex flex-wrap gap-x-8">
        <nav aria-label={t('filter')} className="-ms-2 flex flex-wrap">
          {[null, 'answered' as const, 'refused' as const].map((one) => (
            <Link
              key={one ?? 'all'}
              href={answersHref({ period, status: one, page: 1 })}
              prefetch={false}
              aria-current={one === status ? 'page' : undefined}
              className="admin-tab"
            >
              {t(one ?? 'all')}
            </Link>
          ))}
        </nav>
        <nav aria-label={t('period')} className="flex flex-wrap">
          {periods.map((one) => (
            <Link
              key={one}
              href={answersHref({ period: one, status, page: 1 })}
              prefetch={false}
              aria-current={one === period ? 'page' : undefined}
              className="admin-tab"
            >
              {t('days', { days: one })}
            </Link>
          ))}
        </nav>
      </div>
      <p className="mt-3 text-small tabular-nums">{t('total', { total })}</p>
      {total > 0 ? <AnswerList answers={answers} /> : null}
      <Pagination page={page} pages={pages} href={(page) => answersHref({ ...filter, page })} />
    </>
  )
}
