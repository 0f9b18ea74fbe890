import type { JobStatus } from '@shutten/core'
import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { JobsList } from '@/components/admin/jobs-list'
import { Pagination } from '@/components/admin/pagination'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'
import { describeJob } from '@/server/http/describe-job'

const pageSize = 50

const filters = { open: ['queued', 'running', 'paused'], failed: ['failed'] } satisfies Record<string, JobStatus[]>
type Filter = keyof typeof filters | 'all'

function jobsHref({ filter, page }: { filter: Filter; page: number }): string {
  const search = new URLSearchParams()
  if (filter !== 'all') search.set('status', filter)
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `/admin/jobs?${search}` : '/admin/jobs'
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('jobs') }
}

export default async function JobsPage(props: {
  searchParams: Promise<{ status?: string | string[]; page?: string | string[] }>
}) {
  const asked = await props.searchParams
  const filter: Filter = asked.status === 'open' || asked.status === 'failed' ? asked.status : 'all'
  const page = Math.max(1, Math.min(100_000, Number.parseInt(String(asked.page), 10) || 1))
  await requirePrincipal(jobsHref({ filter, page }))
  const [server, t] = await Promise.all([getServer(), getTranslations('admin')])
  const narrowed = filter === 'all' ? {} : { statuses: filters[filter] }
  const [total, jobs] = await Promise.all([
    server.jobs.count(narrowed),
    server.jobs.list({ ...narrowed, offset: (page - 1) * pageSize, limit: pageSize }),
  ])
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) redirect(jobsHref({ filter, page: pages }))
  return (
    <>
      <h1 className="text-title">{t('jobs')}</h1>
      <nav aria-label={t('job.filter')} className="-ms-2 mt-2 mb-4 flex flex-wrap">
        {(['all', 'open', 'failed'] as const).map((one) => (
          <Link
            key={one}
            href={jobsHref({ filter: one, page: 1 })}
            prefetch={false}
            aria-current={one === filter ? 'page' : undefined}
            className="admin-tab"
          >
            {t(`job.show.${one}`)}
          </Link>
        ))}
      </nav>
      <JobsList jobs={jobs.map(describeJob)} />
      <Pagination page={page} pages={pages} href={(page) => jobsHref({ filter, page })} />
    </>
  )
}
