import { isShuttenError, ShuttenError } from './shutten-error.js'

const systemErrors: Record<string, (error: Error) => ShuttenError> = {
  ENOSPC: (cause) =>
    new ShuttenError({
      code: 'DISK_FULL',
      message: 'The disk is full.',
      suggestion: 'Free some space, then run the command again: finished work is kept.',
      cause,
    }),
  EDQUOT: (cause) =>
    new ShuttenError({
      code: 'DISK_FULL',
      message: 'The disk quota is used up.',
      suggestion: 'Free some space, then run the command again: finished work is kept.',
      cause,
    }),
}

/** Wraps whatever was thrown; a ShuttenError passes through unchanged. */
export function toShuttenError(error: unknown): ShuttenError {
  if (isShuttenError(error)) return error
  if (error instanceof Error) {
    const known = systemErrors[(error as NodeJS.ErrnoException).code ?? '']
    if (known) return known(error)
    if (error.name === 'AbortError')
      return new ShuttenError({
        code: 'CANCELLED',
        message: 'The request was cancelled.',
        suggestion: 'Ask again if that was not intended.',
        cause: error,
      })
    if (error.name === 'TimeoutError')
      return new ShuttenError({
        code: 'TIMED_OUT',
        message: 'The time limit ran out.',
        suggestion: 'Try again, or allow more time.',
        cause: error,
      })
  }
  return new ShuttenError({
    code: 'INTERNAL',
    message: error instanceof Error ? error.message : String(error),
    suggestion: 'Run `pnpm shutten doctor`; if it finds nothing, please report this with the log.',
    cause: error,
  })
}
