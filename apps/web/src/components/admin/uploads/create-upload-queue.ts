import type { ApiError, ApiResult } from '../call-api'
import { findUploadProblem } from './find-upload-problem'
import type { ChosenFile, UploadEntry } from './upload-entry'

/** What a queue holds, as a page shows it. A new object whenever something has changed. */
export interface UploadSnapshot {
  entries: readonly UploadEntry[]
  /** What keeps all of them from going on: no connection, the session has ended, or the server takes no more jobs. */
  held: ApiError | null
}

export interface UploadQueue {
  getSnapshot(): UploadSnapshot
  subscribe(listener: () => void): () => void
  add(files: readonly ChosenFile[]): void
  /** Sends one again that was refused or cancelled. */
  retry(id: string): void
  cancel(id: string): void
  cancelAll(): void
  /** Goes on after what held the queue is mended. */
  resume(): void
  /** Forgets what is not under way. */
  clear(): void
}

type Send = (options: {
  uploadId: string
  chosen: ChosenFile
  onProgress: (sentBytes: number) => void
  signal: AbortSignal
}) => Promise<ApiResult<{ files: string[] }>>

type TakeIn = (
  uploadId: string,
) => Promise<ApiResult<{ jobId: string; files: readonly { name: string; uri: string }[] }>>

/** What holds for all files, not for one. */
const holding = ['NETWORK', 'UNAUTHENTICATED', 'QUEUE_FULL']

/**
 * Sends files, few at a time, each by itself: one that the server refuses stops no other. Those that were added together are
 * taken in by one job, once none of them is on its way any more.
 */
export function createUploadQueue(options: {
  send: Send
  takeIn: TakeIn
  /** Told the job of each lot. */
  onTaken: (jobId: string) => void
  createId: () => string
  parallel?: number
}): UploadQueue {
  const { send, takeIn, onTaken, createId, parallel = 3 } = options
  let snapshot: UploadSnapshot = { entries: [], held: null }
  let uploadId = createId()
  let isTaking = false
  const listeners = new Set<() => void>()
  const running = new Map<string, AbortController>()

  const change = (next: Partial<UploadSnapshot>) => {
    snapshot = { ...snapshot, ...next }
    for (const listener of listeners) listener()
  }
  const update = (id: string, next: Partial<UploadEntry>) =>
    change({ entries: snapshot.entries.map((entry) => (entry.id === id ? { ...entry, ...next } : entry)) })
  const find = (id: string) => snapshot.entries.find((entry) => entry.id === id)

  const sendOne = async (entry: UploadEntry) => {
    const own = new AbortController()
    running.set(entry.id, own)
    update(entry.id, { state: 'sending', sentBytes: 0, error: null })
    const onProgress = (sentBytes: number) => update(entry.id, { sentBytes })
    const { value, error } = await send({ uploadId, chosen: entry, onProgress, signal: own.signal })
    running.delete(entry.id)
    if (own.signal.aborted) update(entry.id, { state: 'cancelled', sentBytes: 0 })
    else if (value) update(entry.id, { state: 'sent', sentBytes: entry.file.size, storedAs: value.files[0] ?? null })
    else if (error && holding.includes(error.code)) {
      update(entry.id, { state: 'waiting', sentBytes: 0 })
      change({ held: error })
    } else update(entry.id, { state: 'refused', sentBytes: 0, error: error ?? null })
    goOn()
  }
  const takeAllIn = async () => {
    isTaking = true
    const taken = uploadId
    const { value, error } = await takeIn(taken)
    isTaking = false
    if (value) {
      uploadId = createId()
      const uris = new Map(value.files.map(({ name, uri }) => [name, uri]))
      const entries = snapshot.entries.map((entry) =>
        entry.state === 'sent'
          ? { ...entry, state: 'taken' as const, jobId: value.jobId, uri: uris.get(entry.storedAs ?? '') ?? null }
          : entry,
      )
      change({ entries })
      onTaken(value.jobId)
    } else if (error.code === 'UPLOAD_NOT_FOUND') {
      // The server has forgotten them: they were left for a day, or its disk was cleared.
      uploadId = createId()
      const entries = snapshot.entries.map((entry) =>
        entry.state === 'sent' ? { ...entry, state: 'refused' as const, sentBytes: 0, error } : entry,
      )
      change({ entries })
    } else change({ held: error })
    goOn()
  }
  const goOn = () => {
    if (snapshot.held || isTaking) return
    for (const entry of snapshot.entries) {
      if (running.size >= parallel) return
      if (entry.state === 'waiting') void sendOne(entry)
    }
    if (running.size === 0 && snapshot.entries.some(({ state }) => state === 'sent')) void takeAllIn()
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    add(files) {
      const entries = files.map((chosen): UploadEntry => {
        const code = findUploadProblem(chosen)
        const error = code === null ? null : { code, message: code, suggestion: '' }
        const state = error ? 'refused' : 'waiting'
        return { ...chosen, id: createId(), state, sentBytes: 0, error, storedAs: null, jobId: null, uri: null }
      })
      change({ entries: [...snapshot.entries, ...entries] })
      goOn()
    },
    retry(id) {
      const entry = find(id)
      if (entry?.state !== 'refused' && entry?.state !== 'cancelled') return
      if (findUploadProblem(entry)) return
      update(id, { state: 'waiting', error: null })
      goOn()
    },
    cancel(id) {
      running.get(id)?.abort()
      if (find(id)?.state === 'waiting') update(id, { state: 'cancelled' })
      goOn()
    },
    cancelAll() {
      for (const own of running.values()) own.abort()
      change({
        entries: snapshot.entries.map((entry) =>
          entry.state === 'waiting' ? { ...entry, state: 'cancelled' as const } : entry,
        ),
        held: null,
      })
      goOn()
    },
    resume() {
      change({ held: null })
      goOn()
    },
    clear() {
      const isUnderWay = ({ state }: UploadEntry) => state === 'waiting' || state === 'sending' || state === 'sent'
      change({ entries: snapshot.entries.filter(isUnderWay) })
    },
  }
}
