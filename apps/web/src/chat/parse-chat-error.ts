import type { ErrorBody } from '@shutten/core'

export type ChatFailure = ErrorBody | { code: 'network'; message: string; suggestion: string }

/**
 * What went wrong, from the text of the error that the chat's transport threw: the coded body of an HTTP error,
 * the coded text of an error in the stream, or, when it is neither, a connection that failed.
 */
export function parseChatError(error: Error): ChatFailure {
  try {
    const parsed: unknown = JSON.parse(error.message)
    const body = isRecord(parsed) && isRecord(parsed.error) ? parsed.error : parsed
    if (isRecord(body) && typeof body.code === 'string' && typeof body.message === 'string')
      return { suggestion: '', ...body } as ErrorBody
  } catch {
    // Not JSON: the server did not write it.
  }
  return { code: 'network', message: error.message, suggestion: '' }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
