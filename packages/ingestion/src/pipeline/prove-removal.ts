import {
  type DeleteReport,
  type Embedder,
  type GenerationStore,
  type IngestionRepository,
  isShuttenError,
  type Passage,
} from '@shutten/core'
import { formatPassage } from './format-passage.js'

/** Hits looked at for each question put to an index. */
const depth = 20

/**
 * Looks for a removed document in everything that serves: by its id in records and generation, and with each of its own
 * passages as the question to the vector and the lexical index. Counts what is still found of it.
 */
export async function proveRemoval(options: {
  records: Pick<IngestionRepository, 'getPassages'>
  generations: Pick<GenerationStore, 'open'>
  embedder: Embedder
  generationId: string
  documentId: string
  /** Passages that the document had. */
  removed: readonly Passage[]
}): Promise<DeleteReport['proof']> {
  const { records, generations, embedder, generationId, documentId, removed } = options
  const generation = await generations.open(generationId)
  try {
    const stored = await records.getPassages([...new Set(removed.map(({ versionId }) => versionId))]).catch((error) => {
      if (isShuttenError(error) && error.code === 'DOCUMENT_NOT_FOUND') return []
      throw error
    })
    const inVectors = new Set<number>()
    const inLexical = new Set<number>()
    const collect = (found: Set<number>, ordinals: readonly number[]) => {
      // A hit stands for all that say the same.
      const all = ordinals.flatMap((ordinal) => [ordinal, ...generation.listAlike(ordinal)])
      for (const passage of generation.getPassages(all))
        if (passage.documentId === documentId) found.add(passage.ordinal)
    }
    const { batchSize } = embedder.limits
    for (let at = 0; at < removed.length; at += batchSize) {
      const batch = removed.slice(at, at + batchSize)
      const vectors = await embedder.embedPassages(batch.map(formatPassage))
      batch.forEach((passage, position) => {
        const vector = vectors[position] as Float32Array
        if (generation.vectors.size > 0)
          collect(
            inVectors,
            generation.vectors.search({ vector, k: depth }).map(({ ordinal }) => ordinal),
          )
        collect(
          inLexical,
          generation.lexical.search({ text: passage.text, k: depth }).map(({ ordinal }) => ordinal),
        )
      })
    }
    const passages = new Set([...stored, ...generation.getDocumentPassages(documentId)].map(({ id }) => id))
    return { passages: passages.size, vectors: inVectors.size, lexical: inLexical.size }
  } finally {
    generation.close()
  }
}
