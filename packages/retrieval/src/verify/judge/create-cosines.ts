import type { Embedder } from '@shutten/core'

export interface Cosines {
  /** Cosine of a text with each of the others, in order; each text is embedded once. */
  measure(text: string, others: readonly string[]): Promise<number[]>
}

/** Compares texts by an embedder, lazily: only what is asked for is embedded, and kept for the next sentence. */
export function createCosines(options: { embedder: Embedder; signal?: AbortSignal }): Cosines {
  const { embedder, signal } = options
  const vectors = new Map<string, Float32Array>()
  return {
    async measure(text, others) {
      const missing = [...new Set([text, ...others])].filter((one) => !vectors.has(one))
      const { batchSize } = embedder.limits
      for (let i = 0; i < missing.length; i += batchSize) {
        const batch = missing.slice(i, i + batchSize)
        const made = await embedder.embedPassages(batch, { signal })
        batch.forEach((one, j) => {
          const vector = made[j]
          if (vector) vectors.set(one, vector)
        })
      }
      const own = vectors.get(text)
      return others.map((other) => dot(own, vectors.get(other)))
    },
  }
}

function dot(a: Float32Array | undefined, b: Float32Array | undefined): number {
  if (!a || !b) return 0
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}
