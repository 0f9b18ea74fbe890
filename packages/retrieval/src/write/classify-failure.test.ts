import { describe, expect, it } from 'vitest'
import { classifyFailure } from './classify-failure.js'
import { isPassing } from './llm-failure.js'

const failure = (parts: object, message = 'x') => Object.assign(new Error(message), parts)

describe('classifyFailure', () => {
  it.each([
    ['a limit', failure({ status: 429 }), 'rate-limited', true],
    ['an empty account', failure({ status: 429, code: 'insufficient_quota' }), 'out-of-credit', false],
    ['a fault of the server', failure({ status: 500 }), 'overloaded', true],
    ['an overload (Anthropic)', failure({ status: 529 }), 'overloaded', true],
    ['a busy Ollama', failure({ status_code: 503 }), 'overloaded', true],
    ['a wrong key', failure({ status: 401 }), 'key-refused', false],
    ['a key without rights', failure({ status: 403 }), 'key-refused', false],
    ['no such model', failure({ status: 404 }), 'not-found', false],
    ['a wrong parameter', failure({ status: 400 }), 'rejected', false],
    ['too long (OpenAI)', failure({ status: 400, code: 'context_length_exceeded' }), 'context-length', false],
    ['too long (LangChain)', failure({ name: 'ContextOverflowError' }), 'context-length', false],
    ['too long (Anthropic)', failure({ status: 400 }, 'prompt is too long: 210000 tokens'), 'context-length', false],
    [
      'too long (Google)',
      failure({ status: 400 }, 'The input token count (99) exceeds the maximum number of tokens allowed (9).'),
      'context-length',
      false,
    ],
    ['no server', failure({ cause: failure({ code: 'ECONNREFUSED' }) }, 'fetch failed'), 'unreachable', true],
    ['no server (OpenAI)', failure({ name: 'APIConnectionError' }, 'Connection error.'), 'unreachable', true],
    [
      'no server (Google)',
      failure({}, '[GoogleGenerativeAI Error]: Error fetching from x: fetch failed'),
      'unreachable',
      true,
    ],
    ['a cut connection', failure({ name: 'TypeError' }, 'terminated'), 'unreachable', true],
    ['what is not JSON', new SyntaxError('Unexpected token'), 'malformed', false],
    ['what is not JSON (Google)', failure({}, 'Error parsing JSON response: "{"'), 'malformed', false],
    ['something else', failure({}), 'failed', false],
    ['what is no error', undefined, 'failed', false],
  ])('knows %s', (_, cause, kind, passing) => {
    const found = classifyFailure(cause)
    expect(found.kind).toBe(kind)
    expect(isPassing(found)).toBe(passing)
  })

  it.each([
    [{ headers: new Headers({ 'retry-after': '7' }) }, 7_000],
    [{ headers: { 'retry-after': '1.5' } }, 1_500],
    [{ headers: new Headers({ 'retry-after-ms': '120', 'retry-after': '7' }) }, 120],
    [{ headers: new Headers({ 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }) }, 0],
    [{ headers: new Headers({ 'retry-after': 'soon' }) }, null],
    [{ errorDetails: [{ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '34s' }] }, 34_000],
    [{}, null],
  ])('reads how long to wait from %j', (parts, retryAfterMs) => {
    expect(classifyFailure(failure({ status: 429, ...parts }))).toMatchObject({ retryAfterMs })
  })
})
