import type { Embedder } from '@shutten/core'

/**
 * Vectors of questions, each embedded once. They are kept in memory only, and so many: what readers asked leaves nothing in the
 * records when they delete it.
 */
export function createQuestionVectors(options: {
  embedder: Pick<Embedder, 'embedQuery'>
  fold: (text: string) => string
  maxEntries?: number
}): { embed(questions: readonly string[]): Promise<Float32Array[]> } {
  const { embedder, fold, maxEntries = 2_000 } = options
  // In the order of use, the oldest first.
  const known = new Map<string, Promise<Float32Array>>()

  const embedOne = (question: string): Promise<Float32Array> => {
    const key = fold(question)
    const vector = known.get(key) ?? embedder.embedQuery(question)
    known.delete(key)
    known.set(key, vector)
    // A model that was down for a moment is asked again the next time.
    vector.catch(() => known.delete(key))
    return vector
  }
  return {
    async embed(questions) {
      const vectors: Float32Array[] = []
      for (const question of questions) vectors.push(await embedOne(question))
      for (const key of known.keys()) {
        if (known.size <= maxEntries) break
        known.delete(key)
      }
      return vectors
    },
  }
}
