import type { Period } from '../overview/period'

/** What the list of answers is narrowed to. */
export interface AnswersFilter {
  period: Period
  status: 'answered' | 'refused' | null
  page: number
}

/** The address of a page of the answers. */
export function answersHref({ period, status, page }: AnswersFilter): string {
  const search = new URLSearchParams()
  if (period !== 7) search.set('days', String(period))
  if (status) search.set('status', status)
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `/admin/answers?${search}` : '/admin/answers'
}
