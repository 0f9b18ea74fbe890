import type { ErrorBody } from '@shutten/core'

/** An error as the admin pages show it; NETWORK when no answer came. */
export interface ApiError extends Omit<ErrorBody, 'code'> {
  code: string
}

/** What the API answers, or its error: it never throws. */
export type ApiResult<T> = { value: T; error?: undefined } | { value?: undefined; error: ApiError }

/** Calls the HTTP API with the session of this browser. */
export async function callApi<T>(options: {
  path: string
  method: string
  body?: FormData
  /** Sent as JSON, in place of a form. */
  json?: unknown
  /** Ends the call; its answer is NETWORK then. */
  signal?: AbortSignal
}): Promise<ApiResult<T>> {
  const { path, method, body, json, signal = null } = options
  const sent =
    json === undefined
      ? body && { body }
      : { body: JSON.stringify(json), headers: { 'Content-Type': 'application/json' } }
  try {
    const response = await fetch(path, { method, signal, ...sent })
    const answer = (await response.json()) as T & { error?: ApiError }
    return answer.error ? { error: answer.error } : { value: answer }
  } catch {
    return { error: { code: 'NETWORK', message: 'The server could not be reached.', suggestion: 'Try again.' } }
  }
}
