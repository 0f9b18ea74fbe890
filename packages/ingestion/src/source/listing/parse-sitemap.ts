import { ShuttenError } from '@shutten/core'
import { parseXml } from './parse-xml.js'

export interface SitemapEntry {
  /** As it is written. */
  address: string
  lastModified: string | null
}

export interface Sitemap {
  /** `index`: the entries are sitemaps themselves. */
  kind: 'pages' | 'index'
  entries: SitemapEntry[]
  /** False when the text ends too early or is malformed. */
  isWhole: boolean
}

const names = new Set(['urlset', 'url', 'loc', 'lastmod', 'sitemapindex', 'sitemap'])

/**
 * Reads a sitemap or sitemap index (sitemaps.org, version 0.9), or a list of addresses, one a line.
 * Errors: SOURCE_LISTING_INVALID for anything else, SOURCE_LISTING_TOO_LONG.
 */
export async function parseSitemap(options: { text: string; uri: string; signal?: AbortSignal }): Promise<Sitemap> {
  const { text, uri } = options
  const lines = /^\s*http/i.test(text) ? text.split('\n').flatMap((line) => line.trim() || []) : []
  if (lines.length > 0 && lines.every((line) => /^https?:\/\/\S+$/i.test(line)))
    return { kind: 'pages', entries: lines.map((address) => ({ address, lastModified: null })), isWhole: true }
  // What does not begin as XML would be searched for tags in vain.
  if (!/^\s*</.test(text)) throw createNoSitemapError(uri)
  const { root, isWhole } = await parseXml({ ...options, names }).catch((error: unknown) => {
    throw (error as { code?: string }).code === 'SOURCE_LISTING_INVALID' ? createNoSitemapError(uri) : error
  })
  if (root.name !== 'urlset' && root.name !== 'sitemapindex') throw createNoSitemapError(uri)
  const kind = root.name === 'urlset' ? 'pages' : 'index'
  const entries = root.children
    .filter(({ name }) => name === (kind === 'pages' ? 'url' : 'sitemap'))
    .map(({ children }) => {
      const find = (name: string) => children.find((child) => child.name === name)?.text.trim() || null
      return { address: find('loc') ?? '', lastModified: find('lastmod') }
    })
  return { kind, entries, isWhole }
}

function createNoSitemapError(uri: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_LISTING_INVALID',
    message: `${uri} is no sitemap.`,
    suggestion: 'The robots.txt of a site often names its sitemap. Add a feed or a web page as such.',
  })
}
