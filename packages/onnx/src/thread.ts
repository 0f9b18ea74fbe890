import { parentPort, workerData } from 'node:worker_threads'
import { ShuttenError, toShuttenError } from '@shutten/core'
import { createSession } from './models/create-session.js'
import { embedTexts } from './models/embed-texts.js'
import { loadLazily } from './models/load-lazily.js'
import { loadTokenizer } from './models/load-tokenizer.js'
import type { ModelDescription, ModelFile } from './models/model-file.js'
import { readPassages } from './models/read-passages.js'
import { type Reply, type Request, stateCells, type Task, type ThreadData } from './protocol/messages.js'

// The entry of the worker thread. It gets one task at a time and answers each; models load with their first task.
const { embedder, reader, intraOpThreads, state } = workerData as ThreadData

const isStopped = () => Atomics.load(state, stateCells.stop) === 1

const tokenizers = new Map<string, ReturnType<typeof tokenizerOf>>()
const tokenizerOf = (file: ModelFile) => loadLazily(() => loadTokenizer(file))

/** Models with the same tokenizer file share the loaded one. */
const getTokenizer = (file: ModelFile) => {
  const known = tokenizers.get(file.sha256) ?? tokenizerOf(file)
  tokenizers.set(file.sha256, known)
  return known()
}

const modelOf = (name: string, description: ModelDescription | null, outputs: string[]) =>
  loadLazily(async () => {
    if (!description)
      throw new ShuttenError({
        code: 'CONFIGURATION_INVALID',
        message: `The model thread was made without ${name}.`,
        suggestion: `Give createModelThread ${name}.`,
      })
    const { files, maxTokens } = description
    const tokenizer = await getTokenizer(files.tokenizer)
    const padding = tokenizer.special.padding
    return {
      maxTokens,
      tokenizer,
      session: await createSession({ file: files.model, outputs, padding, intraOpThreads, isStopped }),
    }
  })

const getEmbedder = modelOf('an embedder', embedder, ['sentence_embedding'])
const getReader = modelOf('a reader', reader, ['relevance', 'span_logits'])

const perform = async (task: Task) =>
  task.kind === 'embed'
    ? embedTexts({ ...(await getEmbedder()), texts: task.texts })
    : readPassages({ ...(await getReader()), question: task.question, passages: task.passages })

const answer = async (id: number, task: Task): Promise<Reply> => {
  try {
    return { id, ok: true, result: await perform(task) }
  } catch (error) {
    return { id, ok: false, error: toShuttenError(error).toJSON() }
  }
}

parentPort?.on('message', async (request: Request) => {
  if ('close' in request) {
    // With the port closed nothing keeps the thread alive; the runtime frees the sessions on its way out.
    parentPort?.close()
    return
  }
  const reply = await answer(request.id, request.task)
  // Before the reply: with it the host may already mark the next task.
  Atomics.store(state, stateCells.busy, 0)
  Atomics.notify(state, stateCells.busy)
  parentPort?.postMessage(reply)
})
