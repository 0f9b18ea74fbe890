import { ShuttenError } from '@shutten/core'
import type { LlmFailure } from './llm-failure.js'

/** As LLM_UNAVAILABLE, with the kind of failure. The provider's own words stay in `cause`, for logs: they may repeat keys and texts. */
export function toLlmError(options: {
  id: string
  failure: LlmFailure
  cause?: unknown
}): ShuttenError & { failure: LlmFailure['kind'] } {
  const { id, failure, cause } = options
  const { what, suggestion } = describe(failure)
  const message = `The language model ${id} ${what}.`
  return Object.assign(new ShuttenError({ code: 'LLM_UNAVAILABLE', message, suggestion, cause }), {
    failure: failure.kind,
  })
}

const later = 'Ask again in a moment.'
const settings = 'or under /admin/settings'

function describe(failure: LlmFailure): { what: string; suggestion: string } {
  switch (failure.kind) {
    case 'rate-limited':
      return {
        what: 'takes no more requests for now (status 429)',
        suggestion: `${later} The provider’s limit can be raised there.`,
      }
    case 'overloaded':
      return { what: `has a problem of its own (status ${failure.status})`, suggestion: later }
    case 'unreachable':
      return {
        what: 'cannot be reached',
        suggestion: `Check its address, in SHUTTEN_LLM_BASE_URL ${settings}, and that the server runs.`,
      }
    case 'out-of-credit':
      return {
        what: `answers no more: the account’s credit or quota is used up (status ${failure.status})`,
        suggestion: 'Look at the account at the provider.',
      }
    case 'key-refused':
      return {
        what: `refused the key (status ${failure.status})`,
        suggestion: `Check the key, in SHUTTEN_LLM_API_KEY ${settings}, and what it may do.`,
      }
    case 'not-found':
      return {
        what: 'is not there (status 404)',
        suggestion: `Check the model’s name and its address, in SHUTTEN_LLM and SHUTTEN_LLM_BASE_URL ${settings}.`,
      }
    case 'context-length':
      return {
        what: 'has too small a window for the question and its passages',
        suggestion: `Set SHUTTEN_LLM_CONTEXT_TOKENS ${settings} to the model’s window, or choose a model with a larger one.`,
      }
    case 'rejected':
      return {
        what: `rejected the request (status ${failure.status})`,
        suggestion: `Check the model’s name, in SHUTTEN_LLM ${settings}, and that the server speaks that provider’s protocol.`,
      }
    case 'malformed':
      return {
        what: 'sent something that is not its protocol',
        suggestion: `Check that the provider named in SHUTTEN_LLM ${settings} is the one whose protocol the server speaks.`,
      }
    case 'late-start':
      return {
        what: `did not begin to answer within ${failure.limitMs.toLocaleString('en')} ms`,
        suggestion: `Check that the server keeps up, or allow more time with SHUTTEN_LLM_FIRST_TOKEN_MS ${settings}.`,
      }
    case 'late-end':
      return {
        what: `did not finish within ${failure.limitMs.toLocaleString('en')} ms`,
        suggestion: `Check that the server keeps up, or allow more time with SHUTTEN_LLM_TIMEOUT_MS ${settings}.`,
      }
    case 'cut':
      return { what: 'broke off in the middle', suggestion: later }
    case 'too-long':
      return {
        what: 'came to the end of its window in the middle of the answer',
        suggestion: `Ask for less at once, or set SHUTTEN_LLM_CONTEXT_TOKENS ${settings} to the model’s window.`,
      }
    case 'filtered':
      return { what: 'was stopped by its provider’s content filter', suggestion: 'Ask in other words.' }
    case 'failed':
      return {
        what: 'failed',
        suggestion: `Check what is set in SHUTTEN_LLM ${settings} and the server it names, or set no model, for extractive answers.`,
      }
  }
}
