import type { Callbacks } from '@langchain/core/callbacks/manager'
import type { AnswerUsage, Language, Passage, Turn } from '@shutten/core'

/**
 * Writes an answer from passages; what it writes is verified before anyone sees it.
 * Errors: LLM_UNAVAILABLE, also after some pieces have come; CANCELLED.
 */
export interface AnswerWriter {
  /** Provider and model, as `model.generator` of the answer names it. */
  readonly id: string
  /** Passages that are of use to it; fewer of them are shown where its window is small. */
  readonly maxPassages: number
  /** What it is told to do: no answer repeats it. */
  readonly instructions?: string
  /**
   * Pieces of text as they come; markers [1], [2] … number the passages in the order given. Leaving the iteration stops
   * the model.
   */
  write(options: {
    question: string
    language: Language
    passages: readonly Passage[]
    history: readonly Turn[]
    /** LangChain's, of the chat model. */
    callbacks?: Callbacks
    /** Called at most once, before the iteration ends or throws; not when no request got through. */
    onUsage?: (usage: AnswerUsage) => void
    signal?: AbortSignal
  }): AsyncIterable<string>
  /**
   * A follow-up in words that stand alone, as far as the model understands it: to be checked before it is used. Absent
   * where the writer cannot. Errors: LLM_UNAVAILABLE, CANCELLED.
   */
  rewrite?(options: {
    question: string
    language: Language
    history: readonly Turn[]
    callbacks?: Callbacks
    onUsage?: (usage: AnswerUsage) => void
    signal?: AbortSignal
  }): Promise<string>
}
