import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { JobDetails } from '@/components/admin/job-details'
import { requireAdmin } from '@/server/auth/require-admin'
import { getServer } from '@/server/get-server'
import { describeJob } from '@/server/http/describe-job'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('jobs') }
}

export default async function JobPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  await requireAdmin(`/admin/jobs/${id}`)
  const [server, t] = await Promise.all([getServer(), getTranslations('admin')])
  const job = await server.jobs.find(id)
  return (
    <>
      {job ? <JobDetails job={describeJob(job)} /> : <h1 className="text-title">{t('job.notFound')}</h1>}
      <p className="mt-8">
        <Link href="/admin/jobs" prefetch={false} className="text-small underline underline-offset-4">
          {t('job.all')}
        </Link>
      </p>
    </>
  )
}
