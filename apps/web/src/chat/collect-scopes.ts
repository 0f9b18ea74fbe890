import { type DocumentSummary, foldTag, isUnderSource, normalizeUri, type SourceKind } from '@shutten/core'

export interface Scopes {
  /** Most documents first. */
  tags: { tag: string; documents: number }[]
  /**
   * Folders and sites, most documents first; `uri` ends in a slash, unless it is one page. Those that an administrator keeps
   * as sources have their name and kind.
   */
  sources: { uri: string; documents: number; name?: string; kind?: SourceKind }[]
}

/** A source as it is kept, by the address that its documents lie under. */
export interface NamedSource {
  uri: string
  name: string
  kind: SourceKind
  /** Documents that it holds; null where all that lies under the address is its own. */
  documents: number | null
}

const maxTags = 60
const maxSources = 40

/**
 * What questions can be narrowed to: tags, the sources that are kept, and other folders and sites of more than one document.
 * What holds all documents narrows nothing; a source whose address holds more than its own documents would tell them wrongly.
 */
export function collectScopes(
  documents: readonly Pick<DocumentSummary, 'uri' | 'tags'>[],
  kept: readonly NamedSource[] = [],
): Scopes {
  const uris = documents.map(({ uri }) => normalizeUri(uri))
  const tags = new Map<string, { tag: string; documents: number }>()
  const sources = new Map<string, number>()
  for (const [i, { tags: given }] of documents.entries()) {
    const seen = new Set<string>()
    for (const tag of given) {
      const key = foldTag(tag)
      if (key === '' || seen.has(key)) continue
      seen.add(key)
      const known = tags.get(key)
      if (known) known.documents += 1
      else tags.set(key, { tag, documents: 1 })
    }
    const source = sourceOf(uris[i] ?? '')
    if (source !== null) sources.set(source, (sources.get(source) ?? 0) + 1)
  }
  const isNarrowing = (count: number) => count > 0 && count < documents.length
  const named = kept.flatMap(({ uri: given, name, kind, documents: own }): Scopes['sources'] => {
    const source = normalizeUri(given)
    const count = uris.filter((uri) => isUnderSource({ uri, source })).length
    return isNarrowing(count) && (own === null || own === count) ? [{ uri: source, documents: count, name, kind }] : []
  })
  const others = [...sources]
    .map(([uri, count]) => ({ uri, documents: count }))
    .filter(({ uri, documents: count }) => count > 1 && isNarrowing(count) && !named.some((one) => one.uri === uri))
  return {
    tags: [...tags.values()]
      .filter((scope) => isNarrowing(scope.documents))
      .sort((a, b) => b.documents - a.documents || compare(a.tag, b.tag))
      .slice(0, maxTags),
    sources: [...named, ...others]
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
