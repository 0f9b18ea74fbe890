import type { Period } from '../overview/period'

export const gapStates = ['open', 'solved', 'dismissed'] as const
export type GapState = (typeof gapStates)[number]

/** What the list of gaps is narrowed to. */
export interface GapsFilter {
  period: Period
  state: GapState
  page: number
}

type Parameters = Record<string, string | string[] | undefined>

/** Reads the address: open ones of the last 30 days unless it says otherwise. */
export function readGapsFilter({ days, state, page }: Parameters): GapsFilter {
  return {
    period: days === '1' ? 1 : days === '7' ? 7 : 30,
    state: gapStates.find((one) => one === state) ?? 'open',
    page: Math.max(1, Math.min(100_000, Number.parseInt(String(page), 10) || 1)),
  }
}

export function gapsHref({ period, state, page }: GapsFilter): string {
  const search = new URLSearchParams()
  if (period !== 30) search.set('days', String(period))
  if (state !== 'open') search.set('state', state)
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `/admin/gaps?${search}` : '/admin/gaps'
}

/** The page of one gap, as it is in a period. */
export function gapHref({ id, period }: { id: string; period: Period }): string {
  return `/admin/gaps/${id}${period === 30 ? '' : `?days=${period}`}`
}
