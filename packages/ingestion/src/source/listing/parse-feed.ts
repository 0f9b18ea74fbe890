import { ShuttenError } from '@shutten/core'
import { parsePublishedDate } from '../../extract/parse-published-date.js'
import { parseXml, type XmlElement } from './parse-xml.js'

export interface FeedEntry {
  /** Absolute; null for an entry that names none. */
  address: string | null
  title: string | null
  /** ISO 8601, UTC. */
  publishedAt: string | null
  /** When the entry says that it was changed last, as it is written. */
  updated: string | null
  /** HTML, where the entry holds its text whole and not only a summary. */
  content: string | null
}

export interface Feed {
  /** The site that the feed is of. */
  site: string | null
  entries: FeedEntry[]
}

const atom = ['http://www.w3.org/2005/Atom', 'http://purl.org/atom/ns#']
const contentModule = 'http://purl.org/rss/1.0/modules/content/'
const dublinCore = ['http://purl.org/dc/elements/1.1/', 'http://purl.org/dc/terms/']

/**
 * Reads a feed: RSS 2.0 and its forerunners, RSS 1.0 (RDF), Atom 1.0 and 0.3.
 * Errors: SOURCE_LISTING_INVALID for anything else, SOURCE_LISTING_TOO_LONG.
 */
export async function parseFeed(options: { text: string; uri: string; signal?: AbortSignal }): Promise<Feed> {
  const { root } = await parseXml(options)
  const base = toAddress(root.attributes['xml:base'] ?? '', options.uri) ?? options.uri
  if (root.name === 'feed' && atom.includes(root.namespace)) {
    const entries = root.children.filter(({ name }) => name === 'entry')
    return { site: findAtomLink(root, base), entries: entries.map((entry) => readAtomEntry(entry, base)) }
  }
  if (root.name === 'rss' || root.name === 'RDF') {
    const channel = root.children.find(({ name }) => name === 'channel')
    // RSS 1.0 holds its items beside the channel, 2.0 inside.
    const items = [...(channel?.children ?? []), ...root.children].filter(({ name }) => name === 'item')
    const site = channel ? toAddress(findText(channel, ['link'], ['', channel.namespace]) ?? '', base) : null
    return { site, entries: items.map((item) => readRssItem(item, base)) }
  }
  throw new ShuttenError({
    code: 'SOURCE_LISTING_INVALID',
    message: `${options.uri} is no RSS or Atom feed.`,
    suggestion: 'Look for the address of the feed on the site. Add a sitemap or a web page as such.',
  })
}

function readRssItem(item: XmlElement, base: string): FeedEntry {
  const plain = ['', item.namespace]
  const guid = find(item, ['guid'], plain)
  const permanent = guid && guid.attributes.isPermaLink !== 'false' ? guid.text.trim() : ''
  const link = findText(item, ['link'], plain) ?? findAtomLink(item, base) ?? item.attributes['rdf:about'] ?? ''
  return {
    address: toAddress(link, base) ?? (/^https?:/i.test(permanent) ? toAddress(permanent, base) : null),
    title: cleanTitle(findText(item, ['title'], plain) ?? findText(item, ['title'], dublinCore)),
    publishedAt: readDate(
      findText(item, ['pubDate'], plain) ?? findText(item, ['date', 'issued', 'created'], dublinCore),
    ),
    updated: findText(item, ['modified'], dublinCore) ?? findText(item, ['updated'], atom),
    content: find(item, ['encoded'], [contentModule])?.text.trim() || null,
  }
}

function readAtomEntry(entry: XmlElement, outer: string): FeedEntry {
  const base = toAddress(entry.attributes['xml:base'] ?? '', outer) ?? outer
  const title = find(entry, ['title'], atom)
  return {
    address: findAtomLink(entry, base),
    title: cleanTitle(title ? readAtomText(title) : null),
    publishedAt: readDate(findText(entry, ['published', 'issued', 'created'], atom)),
    updated: findText(entry, ['updated', 'modified'], atom),
    content: readAtomContent(find(entry, ['content'], atom)),
  }
}

function readAtomContent(content: XmlElement | null): string | null {
  if (!content || content.attributes.src) return null
  const type = (content.attributes.type ?? 'text').toLowerCase()
  if (type === 'text' || type === 'text/plain') return escapeHtml(content.text.trim()).replace(/\n{2,}/g, '<p>') || null
  if (type === 'html' || type === 'text/html') return content.text.trim() || null
  return type === 'xhtml' || type === 'application/xhtml+xml' ? content.readInner().trim() || null : null
}

const readAtomText = (element: XmlElement) => (element.attributes.type === 'xhtml' ? element.readInner() : element.text)

function findAtomLink(element: XmlElement, base: string): string | null {
  const links = element.children.filter(({ name, namespace }) => name === 'link' && atom.includes(namespace))
  const alternates = links.filter(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate')
  const page = alternates.find(({ attributes }) => /html/.test(attributes.type ?? 'html')) ?? alternates[0]
  return toAddress(page?.attributes.href ?? '', base)
}

function find(element: XmlElement, names: readonly string[], namespaces: readonly string[]): XmlElement | null {
  for (const wanted of names)
    for (const child of element.children)
      if (child.name === wanted && namespaces.includes(child.namespace)) return child
  return null
}

function findText(element: XmlElement, names: readonly string[], namespaces: readonly string[]): string | null {
  return find(element, names, namespaces)?.text.trim() || null
}

function toAddress(link: string, base: string): string | null {
  const trimmed = link.trim()
  if (!trimmed || !URL.canParse(trimmed, base)) return null
  const url = new URL(trimmed, base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url.href : null
}

/** Titles hold markup and entities of HTML, escaped once or twice. */
function cleanTitle(title: string | null): string | null {
  const plain = title
    ?.replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|apos|#39|nbsp);/g, (_, name: string) => entities[name] as string)
    .replace(/\s+/g, ' ')
    .trim()
  return plain || null
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", '#39': "'", nbsp: ' ' }

function readDate(text: string | null): string | null {
  if (text === null) return null
  const known = parsePublishedDate(text)
  if (known) return known
  // The zones of North America, which RFC 822 names.
  const instant = /^[A-Za-z0-9, :]+ (?:[ECMP][SD]T|Z|UT)$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(instant) ? null : new Date(instant).toISOString()
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
