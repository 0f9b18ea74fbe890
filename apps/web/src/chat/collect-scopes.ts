import { type DocumentSummary, foldTag, normalizeUri } from '@shutten/core'

export interface Scopes {
  /** Most documents first. */
  tags: { tag: string; documents: number }[]
  /** Folders and sites, most documents first; `uri` ends in a slash. */
  sources: { uri: string; documents: number }[]
}

const maxTags = 60
const maxSources = 40

/** What questions can be narrowed to: tags, and folders and sites of more than one document. What holds all of them narrows nothing. */
export function collectScopes(documents: readonly Pick<DocumentSummary, 'uri' | 'tags'>[]): Scopes {
  const tags = new Map<string, { tag: string; documents: number }>()
  const sources = new Map<string, number>()
  for (const { uri, tags: given } of documents) {
    const seen = new Set<string>()
    for (const tag of given) {
      const key = foldTag(tag)
      if (key === '' || seen.has(key)) continue
      seen.add(key)
      const known = tags.get(key)
      if (known) known.documents += 1
      else tags.set(key, { tag, documents: 1 })
    }
    const source = sourceOf(normalizeUri(uri))
    if (source !== null) sources.set(source, (sources.get(source) ?? 0) + 1)
  }
  const isNarrowing = (count: number) => count < documents.length
  return {
    tags: [...tags.values()]
      .filter((scope) => isNarrowing(scope.documents))
      .sort((a, b) => b.documents - a.documents || compare(a.tag, b.tag))
      .slice(0, maxTags),
    sources: [...sources]
      .map(([uri, count]) => ({ uri, documents: count }))
      .filter((scope) => scope.documents > 1 && isNarrowing(scope.documents))
      .sort((a, b) => b.documents - a.documents || compare(a.uri, b.uri))
      .slice(0, maxSources),
  }
}

/** A page's site, a file's folder; null for what lies in neither. */
function sourceOf(uri: string): string | null {
  const site = /^https?:\/\/[^/?#]+/.exec(uri)?.[0]
  if (site) return `${site}/`
  const slash = uri.lastIndexOf('/')
  return slash > uri.indexOf('://') + 2 ? uri.slice(0, slash + 1) : null
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
