import { type GenerationStore, isShuttenError, type Passage } from '@shutten/core'

/** Passages of a document that generations other than the serving one still hold: a removal was cut short, or its file went away. */
export async function findOldPassages(options: {
  generations: Pick<GenerationStore, 'list' | 'openTexts'>
  servingId: string | null
  documentId: string
}): Promise<Passage[]> {
  const { generations, servingId, documentId } = options
  let passages: Passage[] = []
  for (const { id, manifest } of await generations.list()) {
    if (id === servingId || manifest === null) continue
    // One that is damaged is dropped unread.
    const generation = await generations.openTexts(id).catch(ignoreDamaged)
    if (!generation) continue
    try {
      passages = passages.concat(generation.getDocumentPassages(documentId))
    } finally {
      generation.close()
    }
  }
  return passages
}

function ignoreDamaged(error: unknown): null {
  if (isShuttenError(error) && error.code === 'INDEX_DAMAGED') return null
  throw error
}
