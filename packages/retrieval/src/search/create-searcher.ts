import {
  type Embedder,
  parseQuestion,
  type Reader,
  type SearchResponse,
  type SearchResult,
  ShuttenError,
} from '@shutten/core'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { defaultRetrievalSettings, type RetrievalSettings, retrievePassages } from './retrieve-passages.js'
import { sigmoid } from './sigmoid.js'

export interface Searcher {
  /**
   * The best k passages for a query.
   * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG; INPUT_INVALID when k is not 1 to 100; INDEX_EMPTY, INDEX_DAMAGED.
   */
  search(options: { query: string; k?: number; rerank?: boolean; signal?: AbortSignal }): Promise<SearchResponse>
}

export function createSearcher(options: {
  generations: ServingGenerations
  embedder: Embedder
  reader: Reader | null
  settings?: Partial<RetrievalSettings>
}): Searcher {
  const settings = { ...defaultRetrievalSettings, ...options.settings }
  return {
    async search({ query: input, k = 10, rerank = true, signal }) {
      const query = parseQuestion(input)
      if (!Number.isInteger(k) || k < 1 || k > 100)
        throw new ShuttenError({
          code: 'INPUT_INVALID',
          message: `k is ${k}; it must be a whole number from 1 to 100.`,
          suggestion: 'Ask for between 1 and 100 results.',
        })
      const timings: Record<string, number> = {}
      const started = performance.now()
      const { generation, release } = await options.generations.acquire()
      try {
        const found = await retrievePassages({
          generation,
          embedder: options.embedder,
          reader: rerank ? options.reader : null,
          query,
          k,
          settings,
          signal,
          timings,
        })
        timings.total = performance.now() - started
        return {
          query,
          results: found.map(({ passage, score, fused, reading }, i): SearchResult => {
            const {
              id: passageId,
              documentId,
              versionId,
              title,
              headingPath,
              uri,
              language,
              start,
              end,
              text,
            } = passage
            return {
              rank: i + 1,
              documentId,
              passageId,
              versionId,
              title,
              headingPath,
              uri,
              language,
              start,
              end,
              text,
              score,
              signals: {
                dense: fused.dense,
                lexical: fused.lexical,
                ...(options.reader && rerank ? { reranker: reading ? sigmoid(reading.relevance) : null } : {}),
              },
            }
          }),
          generation: generation.id,
          timings,
        }
      } finally {
        release()
      }
    },
  }
}
