import type { Reader, Reranker, RerankScore } from '@shutten/core'
import { contextOf, readInContext } from '../search/read-in-context.js'
import { sigmoid } from '../search/sigmoid.js'

/** Passages read in one go: few, so that a budget is kept closely. */
const batchSize = 4

/** The reader as a reranker: each passage is read under its title and heading. */
export function createReaderReranker(options: { reader: Reader }): Reranker {
  const { reader } = options
  return {
    id: reader.id,
    async rerank({ query, passages, budgetMs, signal }) {
      const started = performance.now()
      const scores = new Array<RerankScore | null>(passages.length).fill(null)
      for (let at = 0; at < passages.length; at += batchSize) {
        if (budgetMs !== undefined && performance.now() - started >= budgetMs) break
        const batch = passages.slice(at, at + batchSize)
        const readings = await readInContext({
          reader,
          question: query,
          texts: batch.map((passage) => ({ context: contextOf(passage, passage.text), text: passage.text })),
          signal,
        })
        readings.forEach((reading, i) => {
          scores[at + i] = { probability: sigmoid(reading.relevance), reading }
        })
      }
      return scores
    },
  }
}
