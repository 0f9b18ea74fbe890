import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { JobsList } from '@/components/admin/jobs-list'
import { PreviousGenerations } from '@/components/admin/previous-generations'
import { ReindexPanel } from '@/components/admin/reindex-panel'
import { ServingColophon } from '@/components/admin/serving-colophon'
import { requireAdmin } from '@/server/auth/require-admin'
import { getServer } from '@/server/get-server'
import { describeJob } from '@/server/http/describe-job'

export default async function OverviewPage() {
  await requireAdmin('/admin')
  const server = await getServer()
  const [status, generations, jobs, t] = await Promise.all([
    server.status(),
    server.listGenerations(),
    server.jobs.list({ limit: 5 }),
    getTranslations('admin'),
  ])
  return (
    <>
      <h1 className="sr-only">{t('overview')}</h1>
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[3fr_2fr]">
        <ServingColophon status={status} />
        <div>
          <ReindexPanel />
          <PreviousGenerations generations={generations} />
        </div>
      </div>
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
