import type { GenerationStore, GenerationSummary, IngestionRepository } from '@shutten/core'

/** The generations that serve or can serve again, the one that serves first. */
export async function describeGenerations(options: {
  records: Pick<IngestionRepository, 'findServing' | 'listGenerations'>
  generations: Pick<GenerationStore, 'list'>
}): Promise<GenerationSummary[]> {
  const { records, generations } = options
  const [serving, rows, folders] = await Promise.all([
    records.findServing(),
    records.listGenerations(),
    generations.list(),
  ])
  return rows
    .map(({ id, embedder, documents, passages, servedAt }): GenerationSummary => {
      const folder = folders.find((each) => each.id === id)
      return {
        id,
        isServing: id === serving?.id,
        isWhole: folder?.manifest !== null && folder?.manifest !== undefined,
        embedder,
        documents,
        passages,
        linked: folder?.manifest?.counts.linked ?? 0,
        createdAt: folder?.manifest?.createdAt ?? null,
        servedAt,
        bytes: folder?.bytes ?? 0,
      }
    })
    .sort((a, b) => Number(b.isServing) - Number(a.isServing) || b.servedAt.localeCompare(a.servedAt))
}
