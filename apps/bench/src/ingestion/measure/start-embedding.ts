import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

export interface EmbeddingTask {
  folder: string
  articles: number
  /** Embeds one window of batches among so many: a sample that is spread over the corpus. */
  every: number
}

export interface EmbeddingMeasurement {
  /** Of the sample. */
  passages: number
  seconds: number
  /** Of all processors. */
  processorSeconds: number
}

export interface EmbeddingTurn extends EmbeddingMeasurement {
  /** Everything is embedded. */
  isLast: boolean
}

export interface RunningEmbedding {
  /** Goes on for so many milliseconds and to the end of a batch. */
  takeTurn(milliseconds: number): Promise<EmbeddingTurn>
  stop(): Promise<void>
}

const child = fileURLToPath(new URL('./embedding-child.js', import.meta.url))

/** A process that embeds the passages of a corpus, with nothing else around it; resolves when its model is loaded. */
export async function startEmbedding(options: EmbeddingTask): Promise<RunningEmbedding> {
  const embedding = fork(child, { stdio: ['ignore', 2, 2, 'ipc'] })
  const ended = once(embedding, 'exit')
  const next = async () => {
    const [message] = (await Promise.race([once(embedding, 'message'), ended.then(() => [null])])) as unknown[]
    if (message === null) throw new Error('The process that embeds ended.')
    return message
  }
  embedding.send(options)
  await next()
  return {
    async takeTurn(milliseconds) {
      embedding.send(milliseconds)
      return (await next()) as EmbeddingTurn
    },
    async stop() {
      if (embedding.connected) embedding.disconnect()
      await ended
    },
  }
}
