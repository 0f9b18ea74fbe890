import { foldTag, type Language, normalizeUri, type Passage } from '@shutten/core'
import type { Facets } from './facets.js'

export interface FacetCollector {
  add(passage: Pick<Passage, 'uri' | 'tags' | 'date' | 'language'>): void
  collect(): Facets
}

/** Gathers facets from passages in the order of their numbers. */
export function createFacetCollector(): FacetCollector {
  const entries = createNumbering<string>()
  const languages = createNumbering<Language>()
  const tags = createNumbering<string>()
  const entryOf: number[] = []
  const languageOf: number[] = []
  const uris: string[] = []
  const dates: (number | null)[] = []
  const tagsOf: number[][] = []
  return {
    add(passage) {
      const entry = entries.numberOf(JSON.stringify([passage.uri, passage.date, passage.tags]))
      if (entry === uris.length) {
        const date = Date.parse(passage.date)
        uris.push(normalizeUri(passage.uri))
        dates.push(Number.isNaN(date) ? null : date)
        tagsOf.push(passage.tags.map((tag) => tags.numberOf(foldTag(tag))))
      }
      entryOf.push(entry)
      languageOf.push(languages.numberOf(passage.language))
    },
    collect: () => ({
      entryOf: Uint32Array.from(entryOf),
      languageOf: Uint8Array.from(languageOf),
      languages: languages.list(),
      uris,
      dates,
      tagsOf,
      tags: tags.list(),
    }),
  }
}

function createNumbering<Value>(): { numberOf(value: Value): number; list(): Value[] } {
  const numbers = new Map<Value, number>()
  return {
    numberOf(value) {
      const known = numbers.get(value)
      if (known !== undefined) return known
      numbers.set(value, numbers.size)
      return numbers.size - 1
    },
    list: () => [...numbers.keys()],
  }
}
