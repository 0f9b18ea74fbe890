import { ShuttenError } from '@shutten/core'

/** `reason` completes "Generation … is damaged: …". */
export function createDamageError({
  id,
  reason,
  cause,
}: {
  id: string
  reason: string
  cause?: unknown
}): ShuttenError {
  return new ShuttenError({
    code: 'INDEX_DAMAGED',
    message: `Generation ${id} is damaged: ${reason}.`,
    suggestion: 'Run `pnpm shutten reindex`: it builds the index anew from the stored texts; no source is needed.',
    cause,
  })
}
