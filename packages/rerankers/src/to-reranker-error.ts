import { ShuttenError } from '@shutten/core'

/** What went wrong at the service. */
export type RerankerFailure =
  | { kind: 'status'; status: number }
  | { kind: 'late'; timeoutMs: number }
  | { kind: 'unreachable'; cause: unknown }
  | { kind: 'malformed' }

/** As RERANKER_UNAVAILABLE. The service's own words stay out: they may repeat keys and texts. */
export function toRerankerError(options: { id: string; failure: RerankerFailure }): ShuttenError {
  const { id, failure } = options
  const { what, suggestion } = describe(failure)
  return new ShuttenError({
    code: 'RERANKER_UNAVAILABLE',
    message: `The reranker ${id} ${what}.`,
    suggestion,
    ...(failure.kind === 'unreachable' && { cause: failure.cause }),
  })
}

function describe(failure: RerankerFailure): { what: string; suggestion: string } {
  switch (failure.kind) {
    case 'status':
      return { what: `answered with status ${failure.status}`, suggestion: adviceOn(failure.status) }
    case 'late':
      return {
        what: `did not answer within ${failure.timeoutMs.toLocaleString('en')} ms`,
        suggestion: 'Check that the service keeps up, or set SHUTTEN_RERANKER to none to search without it.',
      }
    case 'unreachable':
      return {
        what: 'cannot be reached',
        suggestion: 'Check SHUTTEN_RERANKER_BASE_URL, and that the service runs.',
      }
    case 'malformed':
      return {
        what: 'gave an answer that does not score each passage once',
        suggestion: 'Check that SHUTTEN_RERANKER names the form that the address speaks: cohere, jina or tei.',
      }
  }
}

function adviceOn(status: number): string {
  if (status === 401 || status === 403) return 'Check SHUTTEN_RERANKER_API_KEY and what it may do.'
  if (status >= 300 && status < 400) return 'Set SHUTTEN_RERANKER_BASE_URL to the address that it redirects to.'
  if (status === 404) return "Check SHUTTEN_RERANKER_BASE_URL and the model's name."
  if (status === 413) return 'Let the service take as many passages in one request as are sent, or larger ones.'
  if (status === 424) return 'Check that the server runs a reranker, and not an embedder.'
  if (status === 429) return 'Wait a moment and try again, or raise the limit at the service.'
  if (status >= 500) return 'The service has a problem of its own: try again later.'
  return "Check the model's name in SHUTTEN_RERANKER and its limits."
}
