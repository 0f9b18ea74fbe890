import { createOrdinalSet, getDateRange, type OrdinalSet, type SearchFilters } from '@shutten/core'
import type { Facets } from './facets.js'
import { isUnderSource } from './is-under-source.js'
import { normalizeUri } from './normalize-uri.js'

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
    const candidates = filters.documents ? filters.documents.flatMap((id) => [...findOfDocument(id)]) : numbersTo(size)
    return createOrdinalSet({
      capacity: size,
      ordinals: filterNumbers(
        candidates,
        (ordinal) =>
          isEntryLetThrough[entryOf[ordinal] ?? 0] === 1 && isLanguageLetThrough[languageOf[ordinal] ?? 0] === true,
      ),
    })
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

function prepare(facets: Facets) {
  const { entryOf, languageOf, languages, dates, tagsOf } = facets
  const uris = facets.uris.map(normalizeUri)
  const tags = facets.tags.map(foldTag)
  return {
    entryOf,
    languageOf,
    languages,
    /** 1 by entry where source, tag and date agree. */
    findEntries(filters: SearchFilters): Uint8Array {
      const sources = filters.sources?.map(normalizeUri)
      const wanted = filters.tags && new Set(filters.tags.map(foldTag))
      const isTagWanted = wanted && tags.map((tag) => wanted.has(tag))
      const { first, before } = getDateRange(filters)
      const hasDate = filters.from !== undefined || filters.until !== undefined
      return Uint8Array.from(uris, (uri, entry) => {
        const date = dates[entry] ?? Number.NaN
        const isLetThrough =
          (!hasDate || (date >= first && date < before)) &&
          (!isTagWanted || (tagsOf[entry] ?? []).some((tag) => isTagWanted[tag])) &&
          (!sources || sources.some((source) => isUnderSource({ uri, source })))
        return isLetThrough ? 1 : 0
      })
    },
  }
}

/** Case and width do not tell tags apart, nor does white space around them. */
function foldTag(tag: string): string {
  return tag.normalize('NFKC').toLowerCase().trim()
}

function* numbersTo(size: number): Generator<number> {
  for (let number = 0; number < size; number++) yield number
}

function* filterNumbers(numbers: Iterable<number>, isLetThrough: (number: number) => boolean): Generator<number> {
  for (const number of numbers) if (isLetThrough(number)) yield number
}
