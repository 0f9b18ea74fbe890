import type { ErrorBody } from '@shutten/core'
import type { ModelDescription } from '../models/model-file.js'
import type { PassageReading } from '../models/read-passages.js'

/** What the thread is started with. */
export interface ThreadData {
  embedder: ModelDescription | null
  reader: ModelDescription | null
  intraOpThreads: number
  /** Shared with the host, see ThreadState. */
  state: ThreadState
}

/** Two cells of shared memory: `busy` is 1 while a task is under way, `stop` is 1 when the rest of it is not wanted. */
export type ThreadState = Int32Array<SharedArrayBuffer>
export const stateCells = { busy: 0, stop: 1 } as const

export interface EmbedTask {
  kind: 'embed'
  texts: string[]
}

export interface ReadTask {
  kind: 'read'
  question: string
  passages: string[]
}

export type Task = EmbedTask | ReadTask

/** To the thread: one task at a time, or the wish to end. */
export type Request = { id: number; task: Task } | { close: true }

/** From the thread: one reply a task. */
export type Reply = { id: number } & (
  | { ok: true; result: Float32Array[] | PassageReading[] }
  | { ok: false; error: ErrorBody }
)
