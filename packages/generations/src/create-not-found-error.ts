import { ShuttenError } from '@shutten/core'

export function createNotFoundError(id: string): ShuttenError {
  return new ShuttenError({
    code: 'GENERATION_NOT_FOUND',
    message: `There is no generation ${id} in the data folder.`,
    suggestion: 'Run `pnpm shutten reindex`: it builds the index anew from the stored texts; no source is needed.',
  })
}
