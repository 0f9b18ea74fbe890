import type { Reranker } from '@shutten/core'
import { beginStage } from './begin-stage.js'

/** The reranker with a span for each call, beneath the step that asks for it. */
export function traceReranker(reranker: Reranker): Reranker {
  return {
    id: reranker.id,
    async rerank(options) {
      const stage = beginStage({
        name: 'shutten.rerank',
        attributes: { 'shutten.reranker': reranker.id, 'shutten.passages': options.passages.length },
      })
      try {
        const scores = await stage.activate(() => reranker.rerank(options))
        stage.set({ 'shutten.scored': scores.filter((score) => score !== null).length })
        return scores
      } catch (error) {
        stage.fail(error)
        throw error
      } finally {
        stage.end()
      }
    },
  }
}
