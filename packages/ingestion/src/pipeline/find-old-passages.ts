import type { GenerationStore, Passage } from '@shutten/core'

/** Passages of a document that generations other than the serving one still hold: a removal was cut short, or its file went away. */
export async function findOldPassages(options: {
  generations: Pick<GenerationStore, 'list' | 'open'>
  servingId: string | null
  documentId: string
}): Promise<Passage[]> {
  const { generations, servingId, documentId } = options
  let passages: Passage[] = []
  for (const { id, manifest } of await generations.list()) {
    if (id === servingId || manifest === null) continue
    const generation = await generations.open(id)
    try {
      passages = passages.concat(generation.getDocumentPassages(documentId))
    } finally {
      generation.close()
    }
  }
  return passages
}
