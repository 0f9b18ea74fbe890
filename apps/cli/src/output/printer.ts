import { type ShuttenError, toShuttenError } from '@shutten/core'

export interface Printer {
  /** One JSON value with --json, else the text made from the value. */
  result<T>(value: T, render: (value: T) => string): void
  /** A passing word on stderr; silent with --json. */
  note(text: string): void
  error(error: unknown): ShuttenError
}

/** stdout belongs to the result, stderr to everything else. */
export function createPrinter(options: { json: boolean }): Printer {
  return {
    result(value, render) {
      process.stdout.write(`${options.json ? JSON.stringify(value) : render(value)}\n`)
    },
    note(text) {
      if (!options.json) process.stderr.write(`${text}\n`)
    },
    error(thrown) {
      const error = toShuttenError(thrown)
      process.stderr.write(`error[${error.code}] ${error.message}\n  → ${error.suggestion}\n`)
      if (process.env.SHUTTEN_DEBUG) process.stderr.write(`${(thrown as Error).stack ?? ''}\n`)
      return error
    },
  }
}
