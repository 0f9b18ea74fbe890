import { ShuttenError } from '@shutten/core'
import type { AnswerWriter } from './answer-writer.js'

/** In place of a writer that cannot be set up: each answer is made without it, and says why. */
export function createUnusableWriter({ id, error }: { id: string; error: ShuttenError }): AnswerWriter {
  const { message, suggestion } = error
  return {
    id,
    maxPassages: 1,
    // biome-ignore lint/correctness/useYield: it never comes to a piece.
    async *write() {
      throw new ShuttenError({ code: 'LLM_UNAVAILABLE', message, suggestion, cause: error })
    },
  }
}
