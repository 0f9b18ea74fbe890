import type { LlmFailure } from './llm-failure.js'

/** What the clients of the providers put on the errors they throw; each puts some of it. */
interface ProviderError {
  name?: unknown
  message?: unknown
  code?: unknown
  status?: unknown
  status_code?: unknown
  headers?: unknown
  error?: unknown
  errorDetails?: unknown
  cause?: unknown
}

const contextLength =
  /context[_ -]?length|context window|maximum context|prompt is too long|too many (input )?tokens|input token count|exceeds? the (available )?context|context size/i
const outOfCredit = /insufficient[_ -]?quota|credit balance|billing|exceeded your current quota/i
const unreachable =
  /fetch failed|terminated|connection error|network|socket|other side closed|ECONN|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT/i

/** Sorts what a chat model threw, whichever provider's client is beneath it. */
export function classifyFailure(cause: unknown): LlmFailure {
  const error = (typeof cause === 'object' && cause !== null ? cause : {}) as ProviderError
  const words = [error.name, error.message, error.code, codeOf(error.error)]
    .filter((one) => typeof one === 'string')
    .join(' ')
  const status = toStatus(error.status) ?? toStatus(error.status_code)
  if (error.name === 'ContextOverflowError' || ((status === 400 || status === 413) && contextLength.test(words)))
    return { kind: 'context-length' }
  if (status !== null) return byStatus({ status, words, retryAfterMs: retryAfterMs(error) })
  if (cause instanceof SyntaxError || /pars(e|ing) JSON|in JSON at/i.test(words)) return { kind: 'malformed' }
  const beneath =
    error.cause instanceof Error ? `${error.cause.name} ${error.cause.message} ${codeOf(error.cause) ?? ''}` : ''
  if (error.name === 'TimeoutError' || unreachable.test(`${words} ${beneath}`)) return { kind: 'unreachable' }
  return { kind: 'failed' }
}

function byStatus(options: { status: number; words: string; retryAfterMs: number | null }): LlmFailure {
  const { status, words, retryAfterMs: wait } = options
  if (status === 429) {
    return outOfCredit.test(words)
      ? { kind: 'out-of-credit', status }
      : { kind: 'rate-limited', status, retryAfterMs: wait }
  }
  if (status === 401 || status === 403) return { kind: 'key-refused', status }
  if (status === 402) return { kind: 'out-of-credit', status }
  if (status === 404) return { kind: 'not-found', status }
  if (status >= 500 || status === 408) return { kind: 'overloaded', status, retryAfterMs: wait }
  return { kind: 'rejected', status }
}

/** Milliseconds, from `Retry-After` (RFC 9110, 10.2.3), `retry-after-ms` (OpenAI) or `RetryInfo` (Google). */
function retryAfterMs({ headers, errorDetails }: ProviderError): number | null {
  const inMs = Number(readHeader(headers, 'retry-after-ms') ?? Number.NaN)
  if (inMs >= 0) return inMs
  const asked = readHeader(headers, 'retry-after')
  if (asked) {
    const wait = /^\s*[\d.]+\s*$/.test(asked) ? Number(asked) * 1_000 : Date.parse(asked) - Date.now()
    if (!Number.isNaN(wait)) return Math.max(0, wait)
  }
  for (const detail of Array.isArray(errorDetails) ? errorDetails : []) {
    const seconds = /^([\d.]+)s$/.exec(String((detail as { retryDelay?: unknown }).retryDelay ?? ''))?.[1]
    if (seconds) return Number(seconds) * 1_000
  }
  return null
}

function readHeader(headers: unknown, name: string): string | null {
  if (headers instanceof Headers) return headers.get(name)
  const value = (headers as Record<string, unknown> | null | undefined)?.[name]
  return typeof value === 'string' ? value : null
}

function codeOf(value: unknown): string | null {
  const code = (value as { code?: unknown; type?: unknown } | null | undefined)?.code
  return typeof code === 'string' ? code : null
}

function toStatus(value: unknown): number | null {
  return typeof value === 'number' && value >= 100 && value < 600 ? value : null
}
