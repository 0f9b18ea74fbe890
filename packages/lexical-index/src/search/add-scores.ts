import type { Segment } from '../file/index-contents.js'
import type { WeighedTerm } from './create-term-weigher.js'

/** Adds what a term counts to the scores of all entries that hold it. */
export function addScores({
  segments,
  term: { number, weight, frequencies },
  lengthParts,
  scores,
}: {
  segments: readonly Segment[]
  term: WeighedTerm
  lengthParts: Float64Array
  scores: Float64Array
}): void {
  for (const { from, starts, ordinals, occurrences } of segments) {
    const end = starts[number + 1] as number
    for (let at = starts[number] as number; at < end; at++) {
      const entry = from + (ordinals[at] as number)
      const frequency = frequencies[occurrences[at] as number] as number
      scores[entry] = (scores[entry] as number) + (weight * frequency) / (frequency + (lengthParts[entry] as number))
    }
  }
}
