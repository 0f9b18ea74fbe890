// Embeds passages with nothing around it, in a process of its own, for as long as it is told to each time.
import { setPriority } from 'node:os'
import { createModels } from '../../retrieval/composition.js'
import { readPassages } from '../corpus/read-passages.js'
import type { EmbeddingTask, EmbeddingTurn } from './start-embedding.js'

/** As ingestion does it: a window of batches at a time, in it texts of like length together. */
const batchesPerWindow = 8
/** That of the worker. */
const priority = 10

process.once('message', async (task: EmbeddingTask) => {
  setPriority(priority)
  const texts = (await readPassages(task)).map(({ text }) => text)
  const models = createModels()
  const { embedder } = models
  await embedder.embedPassages(['準備'])
  const { batchSize } = embedder.limits
  const windowSize = batchSize * batchesPerWindow
  const batches: string[][] = []
  for (let from = 0; from < texts.length; from += windowSize * task.every) {
    const window = texts.slice(from, from + windowSize).sort((a, b) => a.length - b.length)
    for (let at = 0; at < window.length; at += batchSize) batches.push(window.slice(at, at + batchSize))
  }
  let next = 0
  process.once('disconnect', () => process.exit(0))
  process.on('message', async (milliseconds: number) => {
    const usage = process.cpuUsage()
    const started = performance.now()
    let passages = 0
    while (next < batches.length && performance.now() - started < milliseconds) {
      const batch = batches[next++] as string[]
      await embedder.embedPassages(batch)
      passages += batch.length
    }
    const { user, system } = process.cpuUsage(usage)
    const turn: EmbeddingTurn = {
      passages,
      seconds: (performance.now() - started) / 1_000,
      processorSeconds: (user + system) / 1e6,
      isLast: next === batches.length,
    }
    process.send?.(turn)
  })
  process.send?.('ready')
})
