import type { Segment } from '../file/index-contents.js'
import type { WeighedTerm } from './create-term-weigher.js'

/** Adds what a term counts to the scores of the first `count` candidates alone: leaps over the postings between them. */
export function addCandidateScores({
  segments,
  term: { number, weight, frequencies },
  lengthParts,
  scores,
  candidates,
  count,
}: {
  segments: readonly Segment[]
  term: WeighedTerm
  lengthParts: Float64Array
  scores: Float64Array
  /** Ascending. */
  candidates: Uint32Array
  count: number
}): void {
  let next = 0
  for (const { from, entries, starts, ordinals, occurrences } of segments) {
    const end = starts[number + 1] as number
    let at = starts[number] as number
    for (; next < count && (candidates[next] as number) < from + entries; next++) {
      const entry = candidates[next] as number
      const ordinal = entry - from
      // The posting looked for is at `at` or behind it: leaps double until one goes too far, then the last is halved.
      let high = at
      for (let leap = 1; high < end && (ordinals[high] as number) < ordinal; leap *= 2) {
        at = high + 1
        high += leap
      }
      if (high > end) high = end
      while (at < high) {
        const middle = (at + high) >>> 1
        if ((ordinals[middle] as number) < ordinal) at = middle + 1
        else high = middle
      }
      if (at >= end || ordinals[at] !== ordinal) continue
      const frequency = frequencies[occurrences[at] as number] as number
      scores[entry] = (scores[entry] as number) + (weight * frequency) / (frequency + (lengthParts[entry] as number))
    }
  }
}
