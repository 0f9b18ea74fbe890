/** The address of a page of the history, with its search. */
export function historyHref(options: { query: string; page: number }): string {
  const search = new URLSearchParams()
  if (options.query) search.set('q', options.query)
  if (options.page > 1) search.set('page', String(options.page))
  return search.size > 0 ? `/history?${search}` : '/history'
}
