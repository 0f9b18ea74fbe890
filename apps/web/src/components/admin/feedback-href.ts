import type { FeedbackReason } from '@shutten/core'

/** What the list is narrowed to: a reason, or what is good. */
export type FeedbackFilter = FeedbackReason | 'good' | null

/** The address of a page of the feedback. */
export function feedbackHref(options: { filter: FeedbackFilter; page: number }): string {
  const search = new URLSearchParams()
  if (options.filter) search.set('filter', options.filter)
  if (options.page > 1) search.set('page', String(options.page))
  return search.size > 0 ? `/admin/feedback?${search}` : '/admin/feedback'
}
