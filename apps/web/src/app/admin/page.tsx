import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { JobsList } from '@/components/admin/jobs-list'
import { AnswerFigures } from '@/components/admin/overview/answer-figures'
import { readPeriod, startOf } from '@/components/admin/overview/period'
import { WorkFigures } from '@/components/admin/overview/work-figures'
import { LastEvaluation } from '@/components/admin/quality/last-evaluation'
import { ReindexPanel } from '@/components/admin/reindex-panel'
import { ServingColophon } from '@/components/admin/serving-colophon'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { describeJob } from '@/server/http/describe-job'
import { estimateRebuild } from '@/server/http/estimate-rebuild'

/** What serves, what runs, what went wrong, and how readers' questions went; each number leads to its list. */
export default async function OverviewPage(props: { searchParams: Promise<{ days?: string | string[] }> }) {
  await requirePrincipal('/admin')
  const period = readPeriod((await props.searchParams).days)
  const server = await getServer()
  const [status, jobs, done, open, failed, held, given, summary, evaluations, edits, t] = await Promise.all([
    server.status(),
    server.jobs.list({ limit: 5 }),
    server.jobs.list({ limit: 100, statuses: ['succeeded'] }),
    server.jobs.count({ statuses: ['queued', 'running', 'paused'] }),
    server.jobs.count({ statuses: ['failed'] }),
    server.quarantine.countHeld(),
    server.feedback.list({ verdict: 'bad', limit: 1 }),
    server.answerLog.summarize({ from: startOf(period, Date.now()) }),
    server.quality.runs.list({ limit: 2, served: true }),
    server.edits.count(),
    getTranslations('admin'),
  ])
  return (
    <>
      <h1 className="sr-only">{t('overview')}</h1>
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[3fr_2fr]">
        <div>
          <ServingColophon status={status} />
          <p className="mt-3 text-small">
            <Link
              href="/admin/generations"
              prefetch={false}
              className="inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {t('generations.link')}
            </Link>
          </p>
        </div>
        <div>
          <WorkFigures open={open} failed={failed} held={held} bad={given.total} edits={edits.notServing} />
          <div className="mt-10">
            <ReindexPanel estimate={estimateRebuild({ passages: status.passages, done })} />
          </div>
        </div>
      </div>
      <AnswerFigures summary={summary} period={period} />
      <LastEvaluation runs={evaluations.runs} />
      <section aria-labelledby="recent-title" className="mt-14">
        <div className="mb-4 flex flex-wrap items-baseline gap-4">
          <h2 id="recent-title" className="text-entry">
            {t('job.recent')}
          </h2>
          <Link href="/admin/jobs" prefetch={false} className="text-small underline underline-offset-4">
            {t('job.all')}
          </Link>
        </div>
        <JobsList jobs={jobs.map(describeJob)} />
      </section>
    </>
  )
}
