import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { JobsList } from '@/components/admin/jobs-list'
import { requireAdmin } from '@/server/auth/require-admin'
import { getServer } from '@/server/get-server'
import { describeJob } from '@/server/http/describe-job'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('jobs') }
}

export default async function JobsPage() {
  await requireAdmin('/admin/jobs')
  const [server, t] = await Promise.all([getServer(), getTranslations('admin')])
  const jobs = await server.jobs.list({ limit: 50 })
  return (
    <>
      <h1 className="mb-6 text-title">{t('jobs')}</h1>
      <JobsList jobs={jobs.map(describeJob)} />
    </>
  )
}
