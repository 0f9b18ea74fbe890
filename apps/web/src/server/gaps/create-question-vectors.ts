import { setTimeout as delay } from 'node:timers/promises'
import type { Embedder } from '@shutten/core'

export interface QuestionVectors {
  /**
   * In the order of the questions, which are embedded one after another. Once `patienceMs` have passed, null for those that are not embedded by
   * then; they are meanwhile. Without it, all are waited for. Errors: those of the embedder.
   */
  embed(questions: readonly string[], options?: { patienceMs?: number }): Promise<(Float32Array | null)[]>
}

/**
 * Vectors of questions, each embedded once. They are kept in memory only, and so many: what readers asked leaves nothing in the
 * records when they delete it.
 */
export function createQuestionVectors(options: {
  embedder: Pick<Embedder, 'embedQuery'>
  fold: (text: string) => string
  maxEntries?: number
}): QuestionVectors {
  const { embedder, fold, maxEntries = 2_000 } = options
  // In the order of use, the oldest first.
  const known = new Map<string, { promise: Promise<Float32Array>; vector: Float32Array | null }>()

  async function embedOne(question: string): Promise<void> {
    const key = fold(question)
    const entry = known.get(key) ?? { promise: embedder.embedQuery(question), vector: null }
    known.delete(key)
    known.set(key, entry)
    try {
      entry.vector = await entry.promise
    } catch (error) {
      // A model that was down for a moment is asked again the next time.
      if (known.get(key) === entry) known.delete(key)
      throw error
    }
  }

  async function embedAll(questions: readonly string[]): Promise<void> {
    for (const question of questions) await embedOne(question)
    for (const key of known.keys()) {
      if (known.size <= maxEntries) break
      known.delete(key)
    }
  }

  return {
    async embed(questions, { patienceMs } = {}) {
      const work = embedAll(questions)
      if (patienceMs === undefined) await work
      else {
        const patience = new AbortController()
        const over = delay(patienceMs, undefined, { signal: patience.signal })
        // What goes wrong later is told to whoever asks for these next.
        for (const promise of [work, over]) promise.catch(() => {})
        await Promise.race([work, over]).finally(() => patience.abort())
      }
      return questions.map((question) => known.get(fold(question))?.vector ?? null)
    },
  }
}
