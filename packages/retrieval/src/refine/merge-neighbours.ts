import type { GenerationPassage } from '@shutten/core'
import type { RetrievedPassage } from '../rerank/rerank-candidates.js'
import type { ResultGroup } from './result-group.js'

export interface MergeLimits {
  maxParts: number
  /** Of the merged text, UTF-16 code units. */
  maxCharacters: number
  /** What a neighbour's fused score must be, as a share of the best part's: under the same heading, under another. */
  minFusedShare: { sameHeading: number; otherHeading: number }
  /** What its probability must be as a share of the best part's, where the reranker has scored both. */
  minRerankedShare: number
}

/**
 * Joins chunks that follow each other in a document and were both found into one result, at the better one's place.
 * The others keep their order.
 *
 * @param groups best first, of one part each
 */
export function mergeNeighbours(groups: readonly ResultGroup[], limits: MergeLimits): ResultGroup[] {
  const places = new Map(groups.map((group) => [placeOf(group.best.passage), group]))
  const taken = new Set<ResultGroup>()
  const merged: ResultGroup[] = []
  for (const seed of groups) {
    if (taken.has(seed)) continue
    taken.add(seed)
    let result = seed
    for (let next = findNext(seed, result); next; next = findNext(seed, result)) {
      taken.add(next)
      const parts = [...result.parts, ...next.parts].sort((a, b) => a.index - b.index)
      result = { best: seed.best, parts, duplicates: [...result.duplicates, ...next.duplicates] }
    }
    merged.push(result)
  }
  return merged

  /** The better of the two neighbours that may be joined. */
  function findNext(seed: ResultGroup, { parts }: ResultGroup): ResultGroup | null {
    const [first, last] = [parts[0], parts.at(-1)]
    if (!first || !last || parts.length >= limits.maxParts) return null
    const neighbours = [places.get(placeOf(first, -1)), places.get(placeOf(last, 1))].filter(
      (group): group is ResultGroup => {
        if (!group || taken.has(group)) return false
        const { passage } = group.best
        return (
          isAsRelevant(group.best, seed.best) &&
          Math.max(last.end, passage.end) - Math.min(first.start, passage.start) <= limits.maxCharacters &&
          (passage.index < first.index ? isContinued(passage, first) : isContinued(last, passage))
        )
      },
    )
    return neighbours.reduce<ResultGroup | null>(
      (best, group) => (!best || group.best.fused.score > best.best.fused.score ? group : best),
      null,
    )
  }

  function isAsRelevant(hit: RetrievedPassage, than: RetrievedPassage): boolean {
    const isSameSection = hit.passage.headingPath.join('\n') === than.passage.headingPath.join('\n')
    const share = limits.minFusedShare[isSameSection ? 'sameHeading' : 'otherHeading']
    if (hit.fused.score < share * than.fused.score) return false
    return hit.reranked === null || than.reranked === null || hit.reranked >= limits.minRerankedShare * than.reranked
  }
}

function placeOf({ documentId, index }: GenerationPassage, offset = 0): string {
  return `${index + offset} ${documentId}`
}

/** What stands between both is known, and the second is of the same version. */
function isContinued(before: GenerationPassage, after: GenerationPassage): boolean {
  return before.versionId === after.versionId && after.start - before.end === after.lead.length
}
