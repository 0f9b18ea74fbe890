import type { JobItemRepository } from '@shutten/core'

const itemsPerRead = 1_000

/** The addresses of the first items of a job, by position: those that came with it. */
export async function listItemUris(options: {
  items: Pick<JobItemRepository, 'list'>
  jobId: string
  count: number
}): Promise<string[]> {
  const { items, jobId, count } = options
  const uris: string[] = []
  while (uris.length < count) {
    const limit = Math.min(itemsPerRead, count - uris.length)
    const page = await items.list({ jobId, offset: uris.length, limit })
    if (page.length === 0) break
    uris.push(...page.map(({ uri }) => uri))
  }
  return uris
}
