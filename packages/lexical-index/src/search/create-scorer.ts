import type { IndexContents, Segment } from '../file/index-contents.js'
import { lengthsPerEntry, segmentSize } from '../file/layout.js'
import { occurrences } from '../file/occurrences.js'
import type { LexicalRanking } from '../lexical-ranking.js'
import type { QueryTerm } from './collect-terms.js'

/**
 * BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009) with weighted fields: the weighted
 * occurrences of all fields count together before they saturate. Gives the scores of a segment's entries, 0 for those that hold no
 * term; they hold until the next call.
 */
export type Scorer = (options: { segment: Segment; terms: readonly QueryTerm[] }) => Float64Array

export function createScorer({ contents, ranking }: { contents: IndexContents; ranking: LexicalRanking }): Scorer {
  const lengthParts = findLengthParts({ contents, ranking })
  const frequencies = { word: weighFrequencies(ranking, 'word'), bigram: weighFrequencies(ranking, 'bigram') }
  const scores = new Float64Array(Math.min(segmentSize, contents.entries))

  return ({ segment, terms }) => {
    scores.fill(0)
    const own = lengthParts.subarray(segment.from, segment.from + segment.entries)
    for (const { number, held, weight } of terms)
      addTerm({
        segment,
        number,
        weight: weight * Math.log(1 + (contents.entries - held + 0.5) / (held + 0.5)) * (ranking.k1 + 1),
        frequencies: number < contents.words ? frequencies.word : frequencies.bigram,
        lengthParts: own,
        scores,
      })
    return scores
  }
}

function addTerm({
  segment: { starts, ordinals, occurrences: codes },
  number,
  weight,
  frequencies,
  lengthParts,
  scores,
}: {
  segment: Segment
  number: number
  weight: number
  frequencies: Float64Array
  lengthParts: Float64Array
  scores: Float64Array
}): void {
  const end = starts[number + 1] as number
  for (let at = starts[number] as number; at < end; at++) {
    const ordinal = ordinals[at] as number
    const frequency = frequencies[codes[at] as number] as number
    scores[ordinal] =
      (scores[ordinal] as number) + (weight * frequency) / (frequency + (lengthParts[ordinal] as number))
  }
}

/** What BM25 adds to the frequency of a term below the line: k1 (1 - b + b length / average length), for each entry. */
function findLengthParts({ contents, ranking }: { contents: IndexContents; ranking: LexicalRanking }): Float64Array {
  const { entries, lengths } = contents
  const parts = new Float64Array(entries)
  let sum = 0
  for (let at = 0; at < entries * lengthsPerEntry; at++) {
    const entry = Math.floor(at / lengthsPerEntry)
    parts[entry] = (parts[entry] as number) + (lengths[at] as number)
    sum += lengths[at] as number
  }
  const average = sum / entries || 1
  const { k1, b } = ranking
  return parts.map((length) => k1 * (1 - b + (b * length) / average))
}

/** The weighted frequency that each code of occurrences stands for. */
function weighFrequencies(ranking: LexicalRanking, kind: 'word' | 'bigram'): Float64Array {
  return Float64Array.from({ length: 256 }, (_, code) => {
    const { title, headings, body } = occurrences.decode(code)
    return ranking[kind] * (ranking.title * title + ranking.headings * headings + ranking.body * body)
  })
}
