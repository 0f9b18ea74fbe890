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
 * one of the best articles, or that few articles answer, keeps its order: that article may hold it all.
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
  const { groups, query, limits } = options
  const best = new Map<string, { score: number; title: string }>()
  for (const { best: hit } of groups) {
    const { documentId, title } = hit.passage
    const score = Math.max(hit.fused.score, best.get(documentId)?.score ?? 0)
    best.set(documentId, { score, title })
  }
  const documents = [...best.values()].sort((a, b) => b.score - a.score)
  const [first, , third] = documents
  const least = limits.minThirdShare * (first?.score ?? 0)
  if (!third || third.score < least) return false
  return !documents.some(({ score, title }) => score >= least && namesTitle(query, title))
}

/** One word of the title stands in the query. */
function namesTitle(query: string, title: string): boolean {
  const folded = foldText(query)
  return contentTerms(title).some(({ term }) => term.length > 1 && folded.includes(foldText(term)))
}
