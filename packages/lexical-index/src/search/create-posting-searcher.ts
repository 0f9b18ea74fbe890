import type { OrdinalSet } from '@shutten/core'
import type { IndexContents } from '../file/index-contents.js'
import { addCandidateScores } from './add-candidate-scores.js'
import { addScores } from './add-scores.js'
import { createBestList, type Scored } from './create-best-list.js'
import type { WeighedTerm } from './create-term-weigher.js'
import { findThreshold } from './find-threshold.js'
import { keepCandidates } from './keep-candidates.js'

/** To look one candidate up among the postings of a term costs as much as to add so many postings. */
const lookupCost = 3
/** To go through the scores of all entries costs as much as to add the postings of a term that is in this share of them. */
const lookShare = 1 / 8
/** Candidates are gone through again when this share of what was still to come has come. */
const narrowingShare = 0.15
/** Room for the rounding of sums. */
const slack = 1 + 1e-9

/** `terms`: that with the fewest entries first. */
export type PostingSearcher = (options: {
  terms: readonly WeighedTerm[]
  k: number
  within: OrdinalSet | undefined
}) => Scored[]

/**
 * Finds exactly the entries that a sum over all postings would give (MaxScore: Turtle and Flood, "Query evaluation: strategies and
 * optimizations", 1995): terms count from the rarest on, and as soon as those left cannot lift an entry among the best any more that has
 * none of the others, they are looked up for those entries alone that may still come among the best.
 */
export function createPostingSearcher({
  contents: { segments, entries },
  lengthParts,
}: {
  contents: IndexContents
  lengthParts: Float64Array
}): PostingSearcher {
  const scores = new Float64Array(entries)
  const candidates = new Uint32Array(entries)

  return ({ terms, k, within }) => {
    const limit = terms.reduce((sum, { weight }) => sum + weight, 0)
    scores.fill(0)
    /** Number of candidates; null as long as every entry is one. */
    let count = within ? takeWithin({ candidates, within, entries }) : null
    /** What the terms still to come can add. */
    let rest = limit
    let restAtLook = limit
    let threshold = 0

    for (const term of terms) {
      // The k-th best cannot have grown by more than what has come since.
      const mayHelp = rest < threshold + restAtLook - rest
      const pays =
        count === null
          ? term.held > entries * lookShare
          : count > k && rest < restAtLook * (1 - narrowingShare) && term.held > count
      if (mayHelp && pays) {
        const looked: number = count ?? takeScored({ candidates, scores, entries })
        threshold = findThreshold({ scores, candidates, count: looked, k, limit })
        const least = threshold - rest * slack
        if (count !== null || least > 0) count = keepCandidates({ scores, candidates, count: looked, least })
        restAtLook = rest
      }
      if (count !== null && count * lookupCost < term.held)
        addCandidateScores({ segments, term, lengthParts, scores, candidates, count })
      else addScores({ segments, term, lengthParts, scores })
      rest = Math.max(0, rest - term.weight)
    }
    return takeBest({ scores, candidates, count: count ?? takeScored({ candidates, scores, entries }), k })
  }
}

/** Makes the entries within candidates, ascending; gives their number. */
function takeWithin({
  candidates,
  within,
  entries,
}: {
  candidates: Uint32Array
  within: OrdinalSet
  entries: number
}): number {
  let count = 0
  for (const entry of within.values()) if (entry < entries) candidates[count++] = entry
  return count
}

/** Makes the entries that have any score candidates, ascending; gives their number. */
function takeScored({
  candidates,
  scores,
  entries,
}: {
  candidates: Uint32Array
  scores: Float64Array
  entries: number
}): number {
  let count = 0
  for (let entry = 0; entry < entries; entry++) if (scores[entry] !== 0) candidates[count++] = entry
  return count
}

function takeBest({
  scores,
  candidates,
  count,
  k,
}: {
  scores: Float64Array
  candidates: Uint32Array
  count: number
  k: number
}): Scored[] {
  const best = createBestList(k)
  let { least } = best
  for (let at = 0; at < count; at++) {
    const entry = candidates[at] as number
    const score = scores[entry] as number
    if (score <= least) continue
    best.add(entry, score)
    least = best.least
  }
  return best.take()
}
