import type { AnswerUsage, Generation, SearchFilters, Turn } from '@shutten/core'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import type { AnswerWriter } from '../write/answer-writer.js'

/** A question as it is answered: checked, standing alone, with the generation that it is answered from. */
export interface AnswerRequest {
  /** As it was asked. */
  asked: string
  /** As it stands alone. */
  question: AnalyzedQuestion
  /** The same in the words of a language model; null where none put it into words. */
  rewritten: string | null
  /** What that took. */
  rewritingUsage: AnswerUsage | null
  generation: Generation
  conversationId: string | null
  history: readonly Turn[]
  filters: SearchFilters | null
  /** Not to be taken from the cache. */
  isFresh?: boolean
  /** Of the language model that writes. */
  callbacks?: Parameters<AnswerWriter['write']>[0]['callbacks']
  /** `performance.now()` when it was asked. */
  started: number
  signal?: AbortSignal
}
