import { isShuttenError, ShuttenError } from '@shutten/core'

/** What a service threw, as LLM_UNAVAILABLE. Its own words stay in `cause`: they may repeat keys and addresses. */
export function toServiceError(options: { id: string; cause: unknown }): ShuttenError {
  const { id, cause } = options
  if (isShuttenError(cause)) return cause
  const status = (cause as { status?: unknown } | null)?.status
  const { what, suggestion } = typeof status === 'number' ? describeStatus(status) : describeFailure(cause)
  return new ShuttenError({ code: 'LLM_UNAVAILABLE', message: `${id} ${what}.`, suggestion, cause })
}

function describeStatus(status: number): { what: string; suggestion: string } {
  const what = `answered with status ${status}`
  if (status === 401 || status === 403) return { what, suggestion: 'Check the API key and what it may do.' }
  if (status === 404) return { what, suggestion: "Check the address and the model's name." }
  if (status === 429) return { what, suggestion: 'Wait a moment and try again, or raise the limit at the service.' }
  if (status >= 500) return { what, suggestion: 'The service has a problem of its own: try again later.' }
  return { what, suggestion: "Check the model's name and its limits." }
}

function describeFailure(cause: unknown): { what: string; suggestion: string } {
  return cause instanceof SyntaxError
    ? { what: 'gave an answer that is not JSON', suggestion: 'Check that the address is that of the service itself.' }
    : { what: 'cannot be reached', suggestion: 'Check the address, and that the service runs.' }
}
