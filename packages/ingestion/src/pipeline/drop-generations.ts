import type { GenerationStore, IngestionRepository } from '@shutten/core'

/** Removes all generations but those to keep, then the versions that only they held. */
export async function dropGenerations(options: {
  records: Pick<IngestionRepository, 'prune'>
  generations: Pick<GenerationStore, 'list' | 'remove'>
  keep: readonly string[]
}): Promise<void> {
  const { records, generations, keep } = options
  for (const { id } of await generations.list()) if (!keep.includes(id)) await generations.remove(id)
  await records.prune({ keepGenerations: keep })
}
