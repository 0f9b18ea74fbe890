import { isShuttenError } from '@shutten/core'
import type { AnswerWriter, LlmFailure } from '@shutten/retrieval'

/** A writer, and what it failed of: the answer itself says that only in words. */
export function watchWriter(writer: AnswerWriter) {
  let failure: { kind: LlmFailure['kind'] | null; message: string; suggestion: string } | null = null
  const watched: AnswerWriter = {
    ...writer,
    async *write(request) {
      try {
        yield* writer.write(request)
      } catch (error) {
        if (isShuttenError(error) && error.code === 'LLM_UNAVAILABLE') {
          const kind = 'failure' in error ? (error.failure as LlmFailure['kind']) : null
          failure = { kind, message: error.message, suggestion: error.suggestion }
        }
        throw error
      }
    },
  }
  return { writer: watched, findFailure: () => failure }
}
