import { type HygieneKind, hygieneKinds, type QuarantineStatus } from '@shutten/core'

export const quarantineStatuses = ['held', 'rejected', 'released'] as const satisfies readonly QuarantineStatus[]

/** What the list is narrowed to, as its address says it. */
export interface QuarantineFilter {
  /** `all`: whatever was decided. */
  status: QuarantineStatus | 'all'
  kind: HygieneKind | null
  query: string
  page: number
}

type Parameters = Record<string, string | string[] | undefined>

/** Reads the address; what it does not know counts as not said. */
export function readQuarantineFilter(parameters: Parameters): QuarantineFilter {
  const { status, kind, q, page } = parameters
  return {
    status: status === 'all' ? 'all' : (quarantineStatuses.find((one) => one === status) ?? 'held'),
    kind: hygieneKinds.find((one) => one === kind) ?? null,
    query: (typeof q === 'string' ? q : '').trim().slice(0, 500),
    page: Math.max(1, Math.min(100_000, Number.parseInt(String(page), 10) || 1)),
  }
}

/** The address of a page of the list. */
export function quarantineHref({ status, kind, query, page }: QuarantineFilter): string {
  const search = new URLSearchParams()
  if (status !== 'held') search.set('status', status)
  if (kind) search.set('kind', kind)
  if (query) search.set('q', query)
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `/admin/quarantine?${search}` : '/admin/quarantine'
}
