import type { Embedder } from '@shutten/core'

export interface BenchEmbedder extends Embedder {
  /** Milliseconds of each embedding by the model since it was last emptied. */
  readonly durations: number[]
  /** True: a question that was embedded before is not embedded again. */
  remembers: boolean
}

/** Times the embedder, and can leave it out: what a system does besides is measured so. */
export function createBenchEmbedder(embedder: Embedder): BenchEmbedder {
  const known = new Map<string, Float32Array>()
  return {
    id: embedder.id,
    limits: embedder.limits,
    durations: [],
    remembers: false,
    async embedQuery(text, options) {
      const held = this.remembers ? known.get(text) : undefined
      if (held) return held
      const started = performance.now()
      const vector = await embedder.embedQuery(text, options)
      this.durations.push(performance.now() - started)
      known.set(text, vector)
      return vector
    },
    embedPassages: (texts, options) => embedder.embedPassages(texts, options),
    close: () => embedder.close(),
  }
}
