import { type ErrorCode, errorTable } from './error-table.js'

/** The JSON form of an error, as HTTP answers and `--json` give it. */
export interface ErrorBody {
  code: ErrorCode
  message: string
  suggestion: string
}

const mark = Symbol.for('shutten.error')

/**
 * Every error a user can meet: a stable code, what happened, and what to do next.
 * `cause` carries the error beneath, for logs only; it never reaches a client.
 */
export class ShuttenError extends Error {
  readonly [mark] = true
  readonly code: ErrorCode
  readonly suggestion: string

  constructor(options: { code: ErrorCode; message: string; suggestion: string; cause?: unknown }) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'ShuttenError'
    this.code = options.code
    this.suggestion = options.suggestion
  }

  get httpStatus(): number {
    return errorTable[this.code].httpStatus
  }

  get exitStatus(): number {
    return errorTable[this.code].exitStatus
  }

  toJSON(): ErrorBody {
    return { code: this.code, message: this.message, suggestion: this.suggestion }
  }
}

/** True for a ShuttenError of any copy of this package (a bundler may load two). */
export function isShuttenError(error: unknown): error is ShuttenError {
  return typeof error === 'object' && error !== null && (error as { [mark]?: true })[mark] === true
}
