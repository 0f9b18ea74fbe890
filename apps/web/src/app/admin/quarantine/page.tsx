import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Pagination } from '@/components/admin/pagination'
import { ApplyPolicy } from '@/components/admin/quarantine/apply-policy'
import { HeldList } from '@/components/admin/quarantine/held-list'
import { QuarantineControls } from '@/components/admin/quarantine/quarantine-controls'
import { QuarantineDecisions } from '@/components/admin/quarantine/quarantine-decisions'
import { quarantineHref, readQuarantineFilter } from '@/components/admin/quarantine/quarantine-filter'
import { requirePrincipal } from '@/server/auth/require-principal'
import { getServer } from '@/server/get-server'

const pageSize = 25

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('quarantine.title') }
}

export default async function QuarantinePage(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const filter = readQuarantineFilter(await props.searchParams)
  const { role } = await requirePrincipal(quarantineHref(filter))
  const [server, t] = await Promise.all([getServer(), getTranslations('admin.quarantine')])
  const { status, kind, query, page } = filter
  const { total, documents } = await server.quarantine.list({
    offset: (page - 1) * pageSize,
    limit: pageSize,
    query,
    ...(kind && { kind }),
    ...(status !== 'all' && { statuses: [status] }),
  })
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (page > pages) redirect(quarantineHref({ ...filter, page: pages }))
  const whole = await Promise.all(documents.map(({ id }) => server.quarantine.find(id)))
  const list = (
    <HeldList documents={whole.filter((one) => one !== null)} canDecide={role === 'admin' && status !== 'released'} />
  )
  return (
    <>
      <h1 className="text-title">{t('title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-small text-ink-2">{t('lead')}</p>
      <QuarantineControls filter={filter} />
      <p className="mt-4 text-small tabular-nums">{t('total', { total })}</p>
      {total === 0 ? null : role === 'admin' && status !== 'released' ? (
        <QuarantineDecisions canReject={status === 'held' || status === 'all'}>{list}</QuarantineDecisions>
      ) : (
        list
      )}
      <Pagination page={page} pages={pages} href={(page) => quarantineHref({ ...filter, page })} />
      {role === 'admin' ? <ApplyPolicy /> : null}
    </>
  )
}
