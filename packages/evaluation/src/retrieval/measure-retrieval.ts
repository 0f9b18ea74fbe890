import type { SearchResult } from '@shutten/core'
import { foldText } from '@shutten/text'
import type { DatasetQuestion } from '../dataset/dataset.js'
import { foldExpectation } from '../matching/expectation.js'
import { averagePrecision } from '../metrics/average-precision.js'
import { type Measures, recallCuts } from '../metrics/metric-name.js'
import { ndcg } from '../metrics/ndcg.js'
import { reciprocalRank } from '../metrics/reciprocal-rank.js'
import { success } from '../metrics/success.js'
import { foldToDocuments } from './fold-to-documents.js'

/** True when the question says what a search for it should find. */
export function isRetrievalMeasurable(question: DatasetQuestion): boolean {
  return (question.relevant?.length ?? 0) > 0 || question.evidence !== undefined
}

/**
 * Judges a ranking. With `relevant`, passages are folded to documents and the ranks are those of documents. Without it,
 * the ranks are those of passages, and relevant is the first one whose text holds the evidence: further passages with
 * the same evidence add nothing.
 * `rank` is that of the first relevant item, from 1. `depth` is how many passages were asked for; recall beyond it is
 * not measured.
 */
export function measureRetrieval(options: {
  question: DatasetQuestion
  results: readonly SearchResult[]
  depth: number
}): {
  rank: number | null
  measures: Measures
} {
  const { relevance, relevantTotal } = judgeResults(options)
  const rank = relevance.indexOf(true) + 1
  return {
    rank: rank === 0 ? null : rank,
    measures: {
      'mrr@10': [reciprocalRank({ relevance, k: 10 }), 1],
      'ndcg@10': [ndcg({ relevance, k: 10, relevantTotal }), 1],
      'map@10': [averagePrecision({ relevance, k: 10, relevantTotal }), 1],
      ...Object.fromEntries(
        recallCuts.filter((k) => k <= options.depth).map((k) => [`recall@${k}`, [success({ relevance, k }), 1]]),
      ),
    },
  }
}

function judgeResults(options: { question: DatasetQuestion; results: readonly SearchResult[] }) {
  const { question, results } = options
  const relevant = new Set(question.relevant)
  if (relevant.size > 0)
    return { relevance: foldToDocuments(results).map((id) => relevant.has(id)), relevantTotal: relevant.size }
  const { evidence } = foldExpectation(question)
  const first = results.findIndex((result) => evidence !== null && foldText(result.text).includes(evidence))
  return { relevance: results.map((_, index) => index === first), relevantTotal: 1 }
}
