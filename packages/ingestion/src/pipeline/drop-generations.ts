import type { CandidateRepository, GenerationStore, IngestionRepository } from '@shutten/core'

/** Removes all generations but those to keep, also what waits to be switched to, then the versions that only they held. */
export async function dropGenerations(options: {
  records: Pick<IngestionRepository, 'prune'>
  generations: Pick<GenerationStore, 'list' | 'remove'>
  candidates?: Pick<CandidateRepository, 'drop'> | undefined
  keep: readonly string[]
}): Promise<void> {
  const { records, generations, candidates, keep } = options
  for (const { id } of await generations.list()) {
    if (keep.includes(id)) continue
    await candidates?.drop(id)
    await generations.remove(id)
  }
  await records.prune({ keepGenerations: keep })
}
