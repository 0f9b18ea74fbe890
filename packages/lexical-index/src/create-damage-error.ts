import path from 'node:path'
import { ShuttenError } from '@shutten/core'

/** `reason` completes "The lexical index … is damaged: …". */
export function createDamageError({
  file,
  reason,
  cause,
}: {
  file: string
  reason: string
  cause?: unknown
}): ShuttenError {
  return new ShuttenError({
    code: 'INDEX_DAMAGED',
    message: `The lexical index ${path.basename(file)} is damaged: ${reason}.`,
    suggestion: 'Run `pnpm shutten reindex`: it builds the index anew from the stored texts; no source is needed.',
    cause,
  })
}
