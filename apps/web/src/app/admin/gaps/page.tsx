import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { GapList } from '@/components/admin/gaps/gap-list'
import { type GapsFilter, gapStates, gapsHref, readGapsFilter } from '@/components/admin/gaps/gaps-href'
import { StillGrouping } from '@/components/admin/gaps/still-grouping'
import { periods, startOf } from '@/components/admin/overview/period'
import { Pagination } from '@/components/admin/pagination'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

const pageSize = 25
/** How long questions that are new here may be embedded before the list is shown, milliseconds. */
const patienceMs = 300

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('gaps.title') }
}

/** What readers asked and the sources did not answer, by what it means. */
export default async function GapsPage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = readGapsFilter(await props.searchParams)
  await requirePrincipal(gapsHref(filter))
  const t = await getTranslations('admin.gaps')
  const { period, state } = filter
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-small text-ink-2">{t('lead')}</p>
      <div className="flex flex-wrap gap-x-8">
        <nav aria-label={t('filter')} className="-ms-2 flex flex-wrap">
          {gapStates.map((one) => (
            <Link
              key={one}
              href={gapsHref({ period, state: one, page: 1 })}
              prefetch={false}
              aria-current={one === state ? 'page' : undefined}
              className="admin-tab"
            >
              {t(`state.${one}`)}
            </Link>
          ))}
        </nav>
        <nav aria-label={t('period')} className="flex flex-wrap">
          {periods.map((one) => (
            <Link
              key={one}
              href={gapsHref({ period: one, state, page: 1 })}
              prefetch={false}
              aria-current={one === period ? 'page' : undefined}
              className="admin-tab"
            >
              {t('days', { days: one })}
            </Link>
          ))}
        </nav>
      </div>
      <Suspense
        key={gapsHref(filter)}
        fallback={
          <p role="status" className="mt-6 text-small">
            {t('grouping')}
          </p>
        }
      >
        <Found filter={filter} />
      </Suspense>
    </>
  )
}

async function Found({ filter }: { filter: GapsFilter }) {
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.gaps')])
  const { gaps, total, looked, ungrouped } = await server.gaps.list({
    from: startOf(filter.period, Date.now()),
    patienceMs,
  })
  const found = gaps.filter(({ state }) => state === filter.state)
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const page = Math.min(filter.page, pages)
  return (
    <>
      <p className="mt-4 text-small tabular-nums">{t('total', { total: found.length })}</p>
      {ungrouped > 0 ? <StillGrouping period={filter.period} href={gapsHref(filter)} /> : null}
      {ungrouped === 0 && looked < total ? <p className="text-note text-ink-2">{t('cut', { looked, total })}</p> : null}
      {found.length > 0 ? (
        <GapList gaps={found.slice((page - 1) * pageSize, page * pageSize)} period={filter.period} />
      ) : null}
      <Pagination page={page} pages={pages} href={(page) => gapsHref({ ...filter, page })} />
    </>
  )
}
