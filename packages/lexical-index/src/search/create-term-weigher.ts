import type { IndexContents } from '../file/index-contents.js'
import { lengthsPerEntry } from '../file/layout.js'
import { occurrences } from '../file/occurrences.js'
import type { LexicalRanking } from '../lexical-ranking.js'
import type { QueryTerm } from './collect-terms.js'

/** A term adds `weight * f / (f + lengthParts[entry])` to the score of an entry: always less than `weight`. */
export interface WeighedTerm {
  number: number
  /** Entries that hold it. */
  held: number
  weight: number
  /** f, for each code of occurrences. */
  frequencies: Float64Array
}

export interface TermWeigher {
  /** One for each entry. */
  lengthParts: Float64Array
  weigh(term: QueryTerm): WeighedTerm
  /** The most that terms can add to the score of one entry. */
  sum(terms: readonly Pick<QueryTerm, 'held' | 'weight'>[]): number
}

/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) with weighted fields: the weighted
 * occurrences of all fields count together before they saturate.
 */
export function createTermWeigher({
  contents,
  ranking,
}: {
  contents: IndexContents
  ranking: LexicalRanking
}): TermWeigher {
  const frequencies = weighFrequencies(ranking)
  const weighOne = ({ held, weight }: Pick<QueryTerm, 'held' | 'weight'>) =>
    weight * Math.log(1 + (contents.entries - held + 0.5) / (held + 0.5)) * (ranking.k1 + 1)
  return {
    lengthParts: findLengthParts({ contents, ranking }),
    weigh: (term) => ({ number: term.number, held: term.held, weight: weighOne(term), frequencies }),
    sum: (terms) => terms.reduce((sum, term) => sum + weighOne(term), 0),
  }
}

/** What BM25 adds to the frequency of a term below the line: k1 (1 - b + b length / average length), for each entry. */
function findLengthParts({ contents, ranking }: { contents: IndexContents; ranking: LexicalRanking }): Float64Array {
  const { entries, lengths } = contents
  const parts = new Float64Array(entries)
  let sum = 0
  for (let entry = 0, at = 0; entry < entries; entry++) {
    let length = 0
    for (const end = at + lengthsPerEntry; at < end; at++) length += lengths[at] as number
    parts[entry] = length
    sum += length
  }
  const average = sum / entries || 1
  const { k1, b } = ranking
  for (let entry = 0; entry < entries; entry++) parts[entry] = k1 * (1 - b + (b * (parts[entry] as number)) / average)
  return parts
}

function weighFrequencies(ranking: LexicalRanking): Float64Array {
  return Float64Array.from({ length: 256 }, (_, code) => {
    const { title, headings, body } = occurrences.decode(code)
    return ranking.title * title + ranking.headings * headings + ranking.body * body
  })
}
