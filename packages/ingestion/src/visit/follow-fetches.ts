import type { SourceCrawler } from '../source/create-source-crawler.js'

/** A crawler that tells whose answer it waits for: the host and port, and null once that has come. */
export function followFetches(options: {
  crawler: SourceCrawler
  onFetching: (host: string | null) => void
}): Pick<SourceCrawler, 'listSource' | 'readItem' | 'createVisit'> {
  const { crawler, onFetching } = options
  const follow = async <T>(address: string, work: () => Promise<T>): Promise<T> => {
    const host = findHost(address)
    if (host === null) return work()
    onFetching(host)
    try {
      return await work()
    } finally {
      onFetching(null)
    }
  }
  return {
    listSource: (call) => follow(call.source.location, () => crawler.listSource(call)),
    readItem: (call) => follow(call.item.uri, () => crawler.readItem(call)),
    createVisit: (item) => crawler.createVisit(item),
  }
}

function findHost(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.host : null
}
