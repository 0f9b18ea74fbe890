import { readFile, stat } from 'node:fs/promises'
import { isShuttenError, ShuttenError, toShuttenError } from '@shutten/core'
import { type GuardMode, type GuardPolicy, parseGuardPolicy } from './guard-policy.js'
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
  let known: GuardPolicy | null = null
  let seen: string | null = null
  return {
    async get() {
      const state = await stat(file).then(
        ({ mtimeMs, size, ino }) => `${mtimeMs} ${size} ${ino}`,
        () => absent,
      )
      if (known && state === seen) return known
      try {
        known = parseGuardPolicy({ input: state === absent ? {} : JSON.parse(await readFile(file, 'utf8')), mode })
      } catch (error) {
        const told = toFileError({ error, file })
        if (!known) throw told
        onError?.(told)
      }
      seen = state
      return known
    },
  }
}

const absent = 'absent'

function toFileError({ error, file }: { error: unknown; file: string }): ShuttenError {
  const { message, suggestion } = isShuttenError(error)
    ? error
    : {
        message: error instanceof SyntaxError ? `This is no JSON: ${error.message}` : toShuttenError(error).message,
        suggestion: 'Make it a JSON file that this user may read, or remove it.',
      }
  return new ShuttenError({ code: 'CONFIGURATION_INVALID', message: `${file}: ${message}`, suggestion, cause: error })
}
