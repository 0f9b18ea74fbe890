import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { ModelDescription } from './models/model-file.js'
import type { PassageReading } from './models/read-passages.js'
import { createThreadHost } from './protocol/create-thread-host.js'
import type { Task, ThreadData } from './protocol/messages.js'

export interface ModelThreadOptions {
  embedder?: ModelDescription
  reader?: ModelDescription
  /** Processor threads of one inference. Default 2. */
  intraOpThreads?: number
  /** Ends the thread, and so frees its memory, after this many milliseconds without work. Default: never. */
  idleMs?: number
}

/**
 * One worker thread that runs the bundled models. Nothing is loaded before the first call; after a crash or an idle end,
 * the next call starts it again. Without work it keeps no process alive.
 * Errors of the calls: MODEL_FILE_DAMAGED, MODEL_FAILED, CANCELLED, TIMED_OUT.
 */
export interface ModelThread {
  /** One vector of unit length a text, in order. The texts are taken as they are: prefixes are the caller's. Queries overtake everything else. */
  embed(options: {
    texts: readonly string[]
    priority?: 'query' | 'passage'
    signal?: AbortSignal
  }): Promise<Float32Array[]>
  /** One reading a passage, in order. Goes before passages that wait to be embedded. */
  read(options: { question: string; passages: readonly string[]; signal?: AbortSignal }): Promise<PassageReading[]>
  close(): Promise<void>
}

/** Texts of one task: few, so that a query never waits long for passages. */
const taskSize = 4
const priorities = { query: 0, read: 1, passage: 2 }

export function createModelThread(options: ModelThreadOptions): ModelThread {
  const settings: Omit<ThreadData, 'state'> = {
    embedder: pick(options.embedder),
    reader: pick(options.reader),
    intraOpThreads: options.intraOpThreads ?? 2,
  }
  const host = createThreadHost({
    startWorker: (state) =>
      // By the package's own name, so that sources under test and bundled servers find the built file too.
      new Worker(createRequire(import.meta.url).resolve('@shutten/onnx/thread'), {
        name: 'shutten-models',
        workerData: { ...settings, state } satisfies ThreadData,
        execArgv: [],
      }),
    idleMs: options.idleMs,
  })

  const runInTasks = async <T>(call: {
    texts: readonly string[]
    createTask: (texts: string[]) => Task
    priority: number
    signal?: AbortSignal
  }): Promise<T[]> => {
    const { texts, createTask, priority, signal } = call
    const results = new Array<T>(texts.length)
    const tasks = groupByLength(texts).map((indices) => ({
      task: createTask(indices.map((index) => texts[index] as string)),
      deliver: (values: unknown) => {
        indices.forEach((index, i) => {
          results[index] = (values as T[])[i] as T
        })
      },
    }))
    await host.run({ tasks, priority, signal })
    return results
  }

  return {
    embed: ({ texts, priority = 'passage', signal }) =>
      runInTasks<Float32Array>({
        texts,
        createTask: (some) => ({ kind: 'embed', texts: some }),
        priority: priorities[priority],
        signal,
      }),
    read: ({ question, passages, signal }) =>
      runInTasks<PassageReading>({
        texts: passages,
        createTask: (some) => ({ kind: 'read', question, passages: some }),
        priority: priorities.read,
        signal,
      }),
    close: () => host.close(),
  }
}

/** Indices in groups of one task, texts of like length together. */
function groupByLength(texts: readonly string[]): number[][] {
  const order = texts.map((_, index) => index)
  order.sort((a, b) => (texts[a] as string).length - (texts[b] as string).length)
  return Array.from({ length: Math.ceil(order.length / taskSize) }, (_, i) =>
    order.slice(i * taskSize, (i + 1) * taskSize),
  )
}

/** Only what the thread needs: descriptions come with more, and everything is copied to it. */
function pick(description: ModelDescription | undefined): ModelDescription | null {
  if (!description) return null
  const { model, tokenizer } = description.files
  return { files: { model, tokenizer }, maxTokens: description.maxTokens }
}
