import {
  createOrdinalSet,
  foldTag,
  getDateRange,
  isUnderSource,
  normalizeUri,
  type OrdinalSet,
  type SearchFilters,
} from '@shutten/core'
import type { Facets } from './facets.js'

/** Filters whose passages are remembered: a conversation asks with the same ones again and again. */
const remembered = 8

/**
 * Finds the passages that filters let through, in memory; the facets are loaded with the first question.
 *
 * @param options.findOfDocument the numbers of a document's passages
 */
export function createOrdinalFinder(options: {
  size: number
  loadFacets: () => Facets
  findOfDocument: (documentId: string) => readonly number[]
}): (filters: SearchFilters) => OrdinalSet {
  const { size, loadFacets, findOfDocument } = options
  let loaded: ReturnType<typeof prepare> | null = null
  const known = new Map<string, OrdinalSet>()

  const find = (filters: SearchFilters): OrdinalSet => {
    loaded ??= prepare(loadFacets())
    const { entryOf, languageOf } = loaded
    const isEntryLetThrough = loaded.findEntries(filters)
    const isLanguageLetThrough = loaded.languages.map(
      (language) => !filters.languages || filters.languages.includes(language),
    )
    const isLetThrough = (ordinal: number) =>
      isEntryLetThrough[entryOf[ordinal] ?? 0] === 1 && isLanguageLetThrough[languageOf[ordinal] ?? 0] === true
    const ordinals: number[] = []
    if (filters.documents) for (const id of filters.documents) ordinals.push(...findOfDocument(id).filter(isLetThrough))
    else for (let ordinal = 0; ordinal < size; ordinal++) if (isLetThrough(ordinal)) ordinals.push(ordinal)
    return createOrdinalSet({ capacity: size, ordinals })
  }

  return (filters) => {
    const key = JSON.stringify(Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)))
    const found = known.get(key) ?? find(filters)
    known.delete(key)
    known.set(key, found)
    const [oldest] = known.keys()
    if (known.size > remembered && oldest !== undefined) known.delete(oldest)
    return found
  }
}

function prepare({ entryOf, languageOf, languages, uris, dates, tagsOf, tags }: Facets) {
  const keepUnder = (entries: Uint8Array, wanted: readonly string[]) => {
    const sources = wanted.map(normalizeUri)
    uris.forEach((uri, entry) => {
      if (!sources.some((source) => isUnderSource({ uri, source }))) entries[entry] = 0
    })
  }

  const keepTagged = (entries: Uint8Array, wanted: readonly string[]) => {
    const folded = new Set(wanted.map(foldTag))
    const isWanted = tags.map((tag) => folded.has(tag))
    tagsOf.forEach((held, entry) => {
      if (!held.some((tag) => isWanted[tag])) entries[entry] = 0
    })
  }

  const keepDated = (entries: Uint8Array, { first, before }: ReturnType<typeof getDateRange>) => {
    dates.forEach((date, entry) => {
      if (date === null || date < first || date >= before) entries[entry] = 0
    })
  }

  return {
    entryOf,
    languageOf,
    languages,
    /** 1 by entry where source, tag and date agree. */
    findEntries(filters: SearchFilters): Uint8Array {
      const entries = new Uint8Array(dates.length).fill(1)
      if (filters.from !== undefined || filters.until !== undefined) keepDated(entries, getDateRange(filters))
      if (filters.tags) keepTagged(entries, filters.tags)
      if (filters.sources) keepUnder(entries, filters.sources)
      return entries
    },
  }
}
