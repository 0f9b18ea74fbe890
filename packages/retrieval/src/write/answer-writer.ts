import type { Language, Passage, Turn } from '@shutten/core'

/**
 * Writes an answer from passages; what it writes is verified before anyone sees it.
 * Errors: LLM_UNAVAILABLE, CANCELLED.
 */
export interface AnswerWriter {
  /** Provider and model, as `model.generator` of the answer names it. */
  readonly id: string
  /** Passages that fit beside the instructions in the model's window. */
  readonly maxPassages: number
  /** Pieces of text as they come; markers [1], [2] … number the passages in the order given. */
  write(options: {
    question: string
    language: Language
    passages: readonly Passage[]
    history: readonly Turn[]
    signal?: AbortSignal
  }): AsyncIterable<string>
}
