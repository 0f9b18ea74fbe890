import type { Embedder, GenerationEntry, IngestionRepository, Passage } from '@shutten/core'
import { formatPassage } from './format-passage.js'

/** Versions whose passages are read at once. */
const versionsPerRead = 32
/** Batches among which passages change places so that a batch holds texts of like length: padding costs as much as text. */
const batchesPerWindow = 8

/** The passages of versions that are to be embedded with their vectors, in order, a window of batches at a time. */
export async function* embedPassages(options: {
  records: Pick<IngestionRepository, 'getPassages'>
  embedder: Embedder
  versionIds: readonly string[]
  accepts: (passageId: string) => boolean
  signal?: AbortSignal
  onEmbedded: (passages: number) => void
}): AsyncGenerator<GenerationEntry[]> {
  const { records, versionIds, accepts } = options
  const windowSize = options.embedder.limits.batchSize * batchesPerWindow
  let waiting: Passage[] = []
  for (let at = 0; at < versionIds.length; at += versionsPerRead) {
    const read = await records.getPassages(versionIds.slice(at, at + versionsPerRead))
    waiting = waiting.concat(read.filter(({ id }) => accepts(id)))
    while (waiting.length >= windowSize) {
      yield await embedWindow({ ...options, passages: waiting.slice(0, windowSize) })
      waiting = waiting.slice(windowSize)
    }
  }
  if (waiting.length > 0) yield await embedWindow({ ...options, passages: waiting })
}

async function embedWindow(options: {
  embedder: Embedder
  passages: readonly Passage[]
  signal?: AbortSignal
  onEmbedded: (passages: number) => void
}): Promise<GenerationEntry[]> {
  const { embedder, passages, signal, onEmbedded } = options
  const texts = passages.map(formatPassage)
  const order = texts.map((_, at) => at).sort((a, b) => (texts[a] as string).length - (texts[b] as string).length)
  const vectors: Float32Array[] = new Array(passages.length)
  const { batchSize } = embedder.limits
  for (let at = 0; at < order.length; at += batchSize) {
    signal?.throwIfAborted()
    const batch = order.slice(at, at + batchSize)
    const embedded = await embedder.embedPassages(
      batch.map((index) => texts[index] as string),
      { ...(signal && { signal }) },
    )
    batch.forEach((index, position) => {
      vectors[index] = embedded[position] as Float32Array
    })
    onEmbedded(batch.length)
  }
  return passages.map((passage, at) => ({ passage, vector: vectors[at] as Float32Array }))
}
