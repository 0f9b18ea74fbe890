import { ShuttenError } from '@shutten/core'
import { openLiveFile } from '../files/open-live-file.js'
import { type GuardMode, parseGuardPolicy } from './guard-policy.js'
import type { GuardPolicySource } from './guard-policy-source.js'

/**
 * The policy of a JSON file that its owner may change at any time (`parseGuardPolicy` tells its form); without the file,
 * the mode of the environment or `standard`. A change is seen by the next question. One that cannot be read leaves the
 * policy as it was, and `onError` is told once.
 * Errors (of `get`, as long as nothing could be read): CONFIGURATION_INVALID, naming the file.
 */
export function openGuardPolicyFile(options: {
  file: string
  mode?: GuardMode | null
  onError?: (error: ShuttenError) => void
}): GuardPolicySource {
  const { file, mode = null, onError } = options
  return openLiveFile({
    file,
    parse: (text) => parseGuardPolicy({ input: text === null ? {} : parseJson(text), mode }),
    suggestion,
    ...(onError && { onError }),
  })
}

const suggestion = 'Make it a JSON file that this user may read, or remove it.'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    const message = `This is no JSON: ${cause instanceof Error ? cause.message : String(cause)}`
    throw new ShuttenError({ code: 'CONFIGURATION_INVALID', message, suggestion, cause })
  }
}
