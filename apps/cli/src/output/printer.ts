import { type ItemFailure, type ShuttenError, toShuttenError } from '@shutten/core'

export interface Printer {
  /** One JSON value with --json, else the text made from the value. */
  result<T>(value: T, render: (value: T) => string): void
  /** A passing word on stderr; silent with --json. */
  note(text: string): void
  error(error: unknown): ShuttenError
  /** One item of many that failed; in the form of an error. */
  failure(failure: ItemFailure): void
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
    failure({ uri, code, message, suggestion }) {
      process.stderr.write(`error[${code}] ${uri}: ${message}\n${suggestion ? `  → ${suggestion}\n` : ''}`)
    },
  }
}
