import { ShuttenError } from '@shutten/core'
import { defaultUnpackLimits, type UnpackLimits } from './unpack-limits.js'

export interface UnpackBudget {
  readonly limits: UnpackLimits
  /** Counts bytes as they are unpacked. Errors: SOURCE_UNPACKED_TOO_LARGE. */
  spend(bytes: number): void
  /** Refuses what says itself that it would unpack to more than is left. Errors: SOURCE_UNPACKED_TOO_LARGE. */
  check(bytes: number): void
}

/** Counts what one source unpacks to, in all of its depths, against limits that do not trust what its headers say. */
export function createUnpackBudget(options: {
  uri: string
  packedBytes: number
  limits?: Partial<UnpackLimits>
}): UnpackBudget {
  const { uri, packedBytes } = options
  const limits = { ...defaultUnpackLimits, ...options.limits }
  const ratioBytes = Math.max(limits.ratioFreeBytes, packedBytes * limits.maxRatio)
  const allowed = Math.min(limits.maxUnpackedBytes, ratioBytes)
  let spent = 0
  const check = (bytes: number) => {
    if (spent + bytes <= allowed) return
    throw new ShuttenError({
      code: 'SOURCE_UNPACKED_TOO_LARGE',
      message: `${uri} has ${packedBytes.toLocaleString('en')} bytes and would unpack to more than ${allowed.toLocaleString('en')}.`,
      suggestion: 'If you trust it, unpack it yourself and ingest the files, or split it into smaller ones.',
    })
  }
  return {
    limits,
    check,
    spend(bytes) {
      check(bytes)
      spent += bytes
    },
  }
}
