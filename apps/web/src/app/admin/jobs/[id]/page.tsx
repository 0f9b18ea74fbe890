import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { JobDetails } from '@/components/admin/job-details'
import { JobItems } from '@/components/admin/job-items'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { describeJob } from '@/server/http/describe-job'

/** A page of a thousand rows is of use to nobody; the API and the command line give all. */
const itemsShown = 200

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('jobs') }
}

export default async function JobPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  await requirePrincipal(`/admin/jobs/${id}`)
  const [server, t] = await Promise.all([getServer(), getTranslations('admin')])
  const [job, items, counts] = await Promise.all([
    server.jobs.find(id),
    server.jobItems.list({ jobId: id, limit: itemsShown }),
    server.jobItems.count(id),
  ])
  return (
    <>
      {job ? <JobDetails job={describeJob(job)} /> : <h1 className="text-title">{t('job.notFound')}</h1>}
      <JobItems items={items} counts={counts} />
      <p className="mt-8">
        <Link href="/admin/jobs" prefetch={false} className="text-small underline underline-offset-4">
          {t('job.all')}
        </Link>
      </p>
    </>
  )
}
