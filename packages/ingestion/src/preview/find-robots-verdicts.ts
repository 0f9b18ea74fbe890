import type { ListedItem, SourceDefinition } from '@shutten/core'
import type { SourceCrawler } from '../source/create-source-crawler.js'

/**
 * What robots.txt says of each page of a listing. Only the first hosts are asked; pages of the others, and of a host that
 * cannot say now, count as allowed: their reading tells. Rejects with the signal's reason only.
 */
export async function findRobotsVerdicts(options: {
  source: SourceDefinition
  items: readonly ListedItem[]
  crawler: Pick<SourceCrawler, 'isAllowed'>
  maxHosts: number
  signal: AbortSignal
}): Promise<(uri: string) => boolean> {
  const { source, items, crawler, maxHosts, signal } = options
  const hosts = new Set<string>()
  const silent = new Set<string>()
  const refused = new Set<string>()
  for (const { uri, isContentOnly } of items) {
    if (isContentOnly || !URL.canParse(uri)) continue
    const { origin } = new URL(uri)
    if (silent.has(origin) || (!hosts.has(origin) && hosts.size >= maxHosts)) continue
    hosts.add(origin)
    try {
      if (!(await crawler.isAllowed({ source, uri, signal }))) refused.add(uri)
    } catch {
      signal.throwIfAborted()
      silent.add(origin)
    }
  }
  return (uri) => !refused.has(uri)
}
