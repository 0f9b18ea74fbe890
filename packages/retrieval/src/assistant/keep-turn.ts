import { type Answer, type ErrorCode, isShuttenError, type ShuttenError } from '@shutten/core'
import { toAnswerWarning } from '../answer/to-answer-warning.js'

/** What the records say when they cannot be written, whatever is written. */
const storageCodes: readonly ErrorCode[] = [
  'DISK_FULL',
  'DATABASE_BUSY',
  'DATABASE_FAILED',
  'DATABASE_DAMAGED',
  'DATA_FOLDER_UNWRITABLE',
]

/** What `keep` gives, or why it could not be kept. Errors: those that are not of the storage. */
export async function orNotKept<T>(keep: () => Promise<T>): Promise<{ kept: T } | { refused: ShuttenError }> {
  try {
    return { kept: await keep() }
  } catch (error) {
    if (isShuttenError(error) && storageCodes.includes(error.code)) return { refused: error }
    throw error
  }
}

/** The answer with a word to its reader that it is in no history, and for the operator why. */
export function toUnkeptAnswer(options: {
  answer: Answer
  reason: ShuttenError
  conversationId: string | null
}): Answer {
  const { answer, reason, conversationId } = options
  const { code, message, suggestion } = reason
  const warning = toAnswerWarning({
    error: { code: 'ANSWER_NOT_KEPT', message: `${code}: ${message}`, suggestion },
    language: answer.language,
  })
  return { ...answer, conversationId, warnings: [...(answer.warnings ?? []), warning] }
}
