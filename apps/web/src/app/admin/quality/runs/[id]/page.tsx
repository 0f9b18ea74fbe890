import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Pagination } from '@/components/admin/pagination'
import { KindsTable } from '@/components/admin/quality/kinds-table'
import { OutcomeList } from '@/components/admin/quality/outcome-list'
import { QualityFiguresView } from '@/components/admin/quality/quality-figures'
import { ShortfallList } from '@/components/admin/quality/shortfall-list'
import { requirePrincipal } from '@/server/auth/require-principal'
import { findDocumentTitles } from '@/server/chat/find-document-titles'
import { getServer } from '@/server/get-server'
import { compareOutcomes } from '@/server/quality/compare-outcomes'

const pageSize = 50
const shows = ['wrong', 'fell', 'rose', 'all'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('quality.runTitle') }
}

/** A measurement: its figures by kind, against the run before, and every question. */
export default async function QualityRunPage(props: {
  params: Promise<{ id: string }>
  searchParams: Promise<{ show?: string | string[]; page?: string | string[] }>
}) {
  const [{ id }, asked] = await Promise.all([props.params, props.searchParams])
  const show = shows.find((one) => one === asked.show) ?? 'wrong'
  const page = Math.max(1, Math.min(100_000, Number.parseInt(String(asked.page), 10) || 1))
  const href = (change: { show?: (typeof shows)[number]; page?: number }) => {
    const search = new URLSearchParams()
    if ((change.show ?? show) !== 'wrong') search.set('show', change.show ?? show)
    if ((change.page ?? 1) > 1) search.set('page', String(change.page))
    return `/admin/quality/runs/${encodeURIComponent(id)}${search.size > 0 ? `?${search}` : ''}`
  }
  await requirePrincipal(href({ page }))
  const [server, t, format] = await Promise.all([getServer(), getTranslations('admin.quality'), getFormatter()])
  const { runs } = server.quality
  const run = await runs.find(id)
  if (!run?.report) notFound()
  const served = (await runs.list({ served: true, limit: 100 })).runs
  const before = served.find((one) => one.id !== run.id && one.startedAt < run.startedAt) ?? null
  const [now, earlier, status, kept, candidates] = await Promise.all([
    runs.listOutcomes({ runId: run.id }),
    before ? runs.listOutcomes({ runId: before.id }) : [],
    server.status(),
    server.listGenerations(),
    server.quality.candidates.list(),
  ])
  const compared = compareOutcomes({ now, before: earlier })
  const counts = {
    all: compared.length,
    wrong: compared.filter(({ isWrong }) => isWrong).length,
    fell: compared.filter(({ change }) => change === 'fell').length,
    rose: compared.filter(({ change }) => change === 'rose').length,
  }
  const shown = compared.filter(
    ({ isWrong, change }) => show === 'all' || (show === 'wrong' ? isWrong : change === show),
  )
  const pages = Math.max(1, Math.ceil(shown.length / pageSize))
  if (page > pages) redirect(href({ page: pages }))
  const listed = shown.slice((page - 1) * pageSize, page * pageSize)
  const documents = listed.flatMap(({ outcome }) => outcome.relevant ?? [])
  const titles = await findDocumentTitles({ server, filters: [{ documents }] })
  const isThere =
    kept.some((one) => one.id === run.generation) || candidates.some((one) => one.generationId === run.generation)
  return (
    <>
      <p className="mb-4 text-small">
        <Link href="/admin/quality" prefetch={false} className="text-ink-2 underline underline-offset-4">
          {t('back')}
        </Link>
      </p>
      <h1 className="text-title">{t('runTitle')}</h1>
      <p className="text-small text-ink-2">
        {t('runText', {
          at: format.dateTime(new Date(run.startedAt), { dateStyle: 'long', timeStyle: 'short' }),
          questions: run.questions,
          purpose: t(`purposes.${run.purpose}`),
        })}
      </p>
      {run.verdict && !run.verdict.passes ? (
        <div className="mt-4 border-s-4 border-ink bg-sheet px-4 py-3">
          <p className="text-small font-bold">{t(run.verdict.isAccepted ? 'accepted' : 'heldBack')}</p>
          <ShortfallList shortfalls={run.verdict.shortfalls} />
        </div>
      ) : null}
      <div className="mt-6">
        <QualityFiguresView now={run.report} before={before?.report ?? null} />
      </div>
      {before ? (
        <p className="mt-2 text-note text-ink-2">
          <Link
            href={`/admin/quality/runs/${before.id}`}
            prefetch={false}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {t('against', {
              at: format.dateTime(new Date(before.startedAt), { dateStyle: 'medium', timeStyle: 'short' }),
            })}
          </Link>
        </p>
      ) : null}
      <div className="mt-10">
        <h2 className="mb-2 text-entry">{t('byKind')}</h2>
        <KindsTable report={run.report} before={before?.report ?? null} />
      </div>
      <section aria-labelledby="outcomes-title" className="mt-12">
        <h2 id="outcomes-title" className="text-entry">
          {t('perQuestion')}
        </h2>
        <nav aria-label={t('filter')} className="-ms-2 mt-2 flex flex-wrap">
          {shows.map((one) => (
            <Link
              key={one}
              href={href({ show: one })}
              prefetch={false}
              aria-current={one === show ? 'page' : undefined}
              className="admin-tab"
            >
              {t(`show.${one}`, { count: counts[one] })}
            </Link>
          ))}
        </nav>
        {shown.length > 0 ? (
          <OutcomeList
            outcomes={listed}
            titles={titles}
            generation={isThere && run.generation !== status.generation ? run.generation : null}
          />
        ) : (
          <p className="mt-4 text-small">{t('noneSuch')}</p>
        )}
        <Pagination page={page} pages={pages} href={(page) => href({ page })} />
      </section>
      <dl className="admin-colophon mt-12">
        {(
          [
            ['generation', run.generation],
            ['generator', run.configuration.generator],
            ['embedder', run.configuration.embedder],
            ['reranker', run.configuration.reranker ?? '—'],
            ['calibration', run.configuration.calibration],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd className="font-mono text-note break-all">{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('took')}</dt>
          <dd className="tabular-nums">{t('seconds', { seconds: run.report.seconds })}</dd>
        </div>
      </dl>
    </>
  )
}
