import { setTimeout as delay } from 'node:timers/promises'
import type { Hold } from './create-hold.js'
import type { EmbeddingMeasurement, RunningEmbedding } from './start-embedding.js'

/** Long enough for some batches, far shorter than the silence after which a worker counts as dead. */
const turnMs = 5_000

/**
 * Works a job off and embeds the same passages alone, or a sample of them, by turns of some seconds: what the machine does
 * besides hits both alike. Whatever is left when one is over is done by the other at a stretch.
 */
export async function takeTurns<T>(options: {
  hold: Hold
  embedding: RunningEmbedding
  /** As the sample was taken: the turns of the job are so many times as long. */
  every: number
  /** Begins the job. */
  work: () => Promise<T>
}): Promise<{ worked: T; embedding: EmbeddingMeasurement }> {
  const { hold, embedding, every, work } = options
  const total: EmbeddingMeasurement = { passages: 0, seconds: 0, processorSeconds: 0 }
  let isOver = false
  const job = work().finally(() => {
    isOver = true
  })
  job.catch(() => {})
  try {
    await Promise.race([job, delay(turnMs)])
    for (;;) {
      hold.hold()
      const turn = await embedding.takeTurn(turnMs)
      hold.letGo()
      total.passages += turn.passages
      total.seconds += turn.seconds
      total.processorSeconds += turn.processorSeconds
      if (turn.isLast) break
      if (!isOver) await Promise.race([job, delay(turn.seconds * 1_000 * every)])
    }
    return { worked: await job, embedding: total }
  } finally {
    hold.letGo()
  }
}
