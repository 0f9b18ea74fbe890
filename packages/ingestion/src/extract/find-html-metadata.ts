import type { Element, Nodes, Root } from 'hast'
import { parsePublishedDate } from './parse-published-date.js'

/** By authority: what is said for this purpose comes before what may mean another date. */
const publishedNames = [
  ['article:published_time', 'og:article:published_time'],
  ['datepublished'],
  ['citation_publication_date', 'citation_date', 'parsely-pub-date', 'publishdate', 'publish-date', 'pubdate'],
  ['dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'date'],
]

/**
 * What a page says of itself beside its text: when it was published (Open Graph, schema.org as microdata or JSON-LD,
 * Dublin Core and their relatives; else the first `<time>` of its content) and its key words.
 */
export function findHtmlMetadata(options: { root: Root; content: readonly Nodes[] }): {
  publishedAt: string | null
  tags: string[]
} {
  const said = new Map<string, string[]>()
  const say = (name: string, value: unknown) => {
    if (typeof value !== 'string' || !value.trim()) return
    const key = name.toLowerCase()
    said.set(key, [...(said.get(key) ?? []), value.trim()])
  }
  visit(options.root.children, (element) => {
    const { name, property, itemProp, content, dateTime } = element.properties
    if (element.tagName === 'meta') for (const key of [name, property, itemProp].flat()) say(String(key ?? ''), content)
    else if ([itemProp].flat().includes('datePublished')) say('datePublished', dateTime ?? content ?? getText(element))
    else if (element.tagName === 'script' && /^application\/ld\+json$/i.test(String(element.properties.type ?? '')))
      for (const [, date] of getText(element).matchAll(/"datePublished"\s*:\s*"([^"\\]+)"/g)) say('datePublished', date)
  })
  visit(options.content, (element) => {
    if (element.tagName === 'time') say('<time>', element.properties.dateTime ?? getText(element))
  })
  const dates = [...publishedNames.flat(), '<time>'].flatMap((name) => said.get(name) ?? [])
  return {
    publishedAt: dates.map(parsePublishedDate).find((date) => date !== null) ?? null,
    tags: [
      ...(said.get('article:tag') ?? []),
      ...(said.get('keywords') ?? []).flatMap((words) => words.split(/[,、，]/)),
    ],
  }
}

function visit(nodes: readonly Nodes[], look: (element: Element) => void): void {
  for (const node of nodes)
    if (node.type === 'element') {
      look(node)
      visit(node.children, look)
    }
}

function getText(element: Element): string {
  return element.children
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? getText(node) : ''))
    .join('')
}
