import type { CandidateRepository, GenerationStore, IngestionRepository } from '@shutten/core'

/**
 * Removes generations that nobody can come back to: what a crash left half-built, what was built and never switched
 * to, and those before the previous one; and the versions that only they held. What was staged for jobs that go on stays, and so
 * does what waits to be switched to.
 */
export async function removeLeftovers(options: {
  records: Pick<IngestionRepository, 'findServing' | 'listGenerations' | 'prune'>
  generations: Pick<GenerationStore, 'list' | 'remove'>
  candidates?: Pick<CandidateRepository, 'prune' | 'list'> | undefined
}): Promise<void> {
  const { records, generations, candidates } = options
  await candidates?.prune()
  const serving = await records.findServing()
  const previous = (await records.listGenerations())
    .filter(({ id }) => id !== serving?.id)
    .sort((a, b) => b.servedAt.localeCompare(a.servedAt))[0]
  const waiting = (await candidates?.list()) ?? []
  const kept = [serving?.id, previous?.id, ...waiting.map(({ generationId }) => generationId)]
  for (const { id, manifest } of await generations.list()) {
    if (id === serving?.id) continue
    if (manifest === null || !kept.includes(id)) await generations.remove(id)
  }
  const keepGenerations = kept.filter((id) => id !== undefined)
  await records.prune({ keepGenerations, keepStaged: true })
}
