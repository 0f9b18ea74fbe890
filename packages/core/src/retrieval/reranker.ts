import type { Language } from '../language/language.js'
import type { Reading } from './reader.js'

/** What a reranker is given of a passage. */
export interface RerankPassage {
  title: string
  /** Outermost first. */
  headingPath: readonly string[]
  text: string
  language: Language
}

export interface RerankScore {
  /** That the passage answers the query, 0 to 1. */
  probability: number
  /** Where the reranker is the reader: what it read, with offsets into the passage's text. */
  reading?: Reading
}

/**
 * Scores passages against a query, more slowly and better than search.
 * Errors: RERANKER_UNAVAILABLE for one behind a network; MODEL_FAILED, MODEL_FILE_DAMAGED; CANCELLED when the signal fires.
 */
export interface Reranker {
  readonly id: string
  /** Whether it can say anything of such a query; absent where it can of any. The order found stays where it cannot. */
  accepts?(query: string): boolean
  /**
   * One score a passage, in order; null where the time was up before its turn. Passages are scored from the first on.
   *
   * @param options.budgetMs milliseconds for the whole call; without it all are scored, and 0 scores none. A model on
   * this machine finishes the batch that it has begun; a service is not waited for any longer.
   */
  rerank(options: {
    query: string
    passages: readonly RerankPassage[]
    budgetMs?: number
    signal?: AbortSignal
  }): Promise<(RerankScore | null)[]>
}
