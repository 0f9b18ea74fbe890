import { createModels } from '../../retrieval/composition.js'
import { readPassages } from '../corpus/read-passages.js'

/** As ingestion does it: a window of batches at a time, in it texts of like length together. */
const batchesPerWindow = 8

export interface EmbeddingTask {
  kind: 'embedding'
  folder: string
  articles: number
}

export interface EmbeddingMeasurement {
  passages: number
  seconds: number
  /** Of all processors. */
  processorSeconds: number
}

/** Embeds every passage once, with nothing else around it; the model is loaded before. */
export async function measureEmbedding(task: EmbeddingTask): Promise<EmbeddingMeasurement> {
  const texts = (await readPassages(task)).map(({ text }) => text)
  const models = createModels()
  try {
    const { embedder } = models
    await embedder.embedPassages(['準備'])
    const { batchSize } = embedder.limits
    const windowSize = batchSize * batchesPerWindow
    const usage = process.cpuUsage()
    const started = performance.now()
    for (let from = 0; from < texts.length; from += windowSize) {
      const window = texts.slice(from, from + windowSize).sort((a, b) => a.length - b.length)
      for (let at = 0; at < window.length; at += batchSize)
        await embedder.embedPassages(window.slice(at, at + batchSize))
    }
    const seconds = (performance.now() - started) / 1_000
    const { user, system } = process.cpuUsage(usage)
    return { passages: texts.length, seconds, processorSeconds: (user + system) / 1e6 }
  } finally {
    await models.close()
  }
}
