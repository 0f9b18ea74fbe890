import { contentTerms, foldText } from '@shutten/text'
import type { ResultGroup } from './result-group.js'

export interface SpreadLimits {
  /** Among the first k, for a broad query. */
  resultsPerDocument: number
  /** A query is broad where its third document's fused score is this share of its first's. */
  minThirdShare: number
}

/**
 * For a broad query, what goes beyond so many results of one document gives way to other documents. A query that names
 * the best article, or that few articles answer, keeps its order: that article may hold it all.
 *
 * @param options.groups best first
 * @returns the same groups
 */
export function spreadDocuments(options: {
  groups: readonly ResultGroup[]
  query: string
  k: number
  limits: SpreadLimits
}): ResultGroup[] {
  const { groups, k, limits } = options
  if (!isBroad(options)) return [...groups]
  const counts = new Map<string, number>()
  const first: ResultGroup[] = []
  const later: ResultGroup[] = []
  for (const group of groups) {
    const { documentId } = group.best.passage
    const count = (counts.get(documentId) ?? 0) + 1
    counts.set(documentId, count)
    const list = count <= limits.resultsPerDocument && first.length < k ? first : later
    list.push(group)
  }
  return [...first, ...later]
}

function isBroad(options: { groups: readonly ResultGroup[]; query: string; limits: SpreadLimits }): boolean {
  const best = new Map<string, number>()
  for (const { best: hit } of options.groups) {
    const { documentId } = hit.passage
    best.set(documentId, Math.max(hit.fused.score, best.get(documentId) ?? 0))
  }
  const [first = 0, , third = 0] = [...best.values()].sort((a, b) => b - a)
  const title = options.groups[0]?.best.passage.title ?? ''
  return third > 0 && third >= options.limits.minThirdShare * first && !namesTitle(options.query, title)
}

/** One word of the title stands in the query. */
function namesTitle(query: string, title: string): boolean {
  const folded = foldText(query)
  return contentTerms(title).some(({ term }) => term.length > 1 && folded.includes(foldText(term)))
}
