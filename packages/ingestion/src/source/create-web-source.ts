import type { Source } from './source.js'
import { checkContentType } from './web/check-content-type.js'
import type { WebFetcher } from './web/create-web-fetcher.js'

/** What is asked for of a page. */
export const acceptedTypes = 'text/html, text/markdown, text/plain, text/csv;q=0.9, */*;q=0.1'

export interface PageLimits {
  maxBytes: number
  timeoutMs: number
  minGapMs: number
}

/** A page of the web as a source. Its URI is the address that was asked for, without a fragment. */
export function createWebSource(options: {
  address: string
  fetcher: WebFetcher
  allowedHosts: readonly string[]
  limits: PageLimits
}): Source {
  const { fetcher, allowedHosts, limits } = options
  const start = new URL(options.address)
  start.hash = ''
  return {
    uri: start.href,
    async read({ signal } = {}) {
      const call = { address: start.href, allowedHosts, limits, accept: acceptedTypes }
      const found = await fetcher.fetch({ ...call, ...(signal && { signal }) })
      if (found.status !== 'fetched') throw new Error('A request without conditions was answered as one with them.')
      const { bytes, contentType, uri } = found
      return { bytes, ...checkContentType({ uri, header: contentType, bytes }) }
    },
  }
}
