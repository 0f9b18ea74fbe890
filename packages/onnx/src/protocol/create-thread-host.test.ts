import { Worker } from 'node:worker_threads'
import { expect, onTestFinished, test } from 'vitest'
import { createThreadHost } from './create-thread-host.js'
import type { Task, ThreadState } from './messages.js'

// A thread that keeps the protocol: it gives back the text it got, dies of "crash" and refuses "refuse".
const echo = `
const { parentPort, workerData } = require('node:worker_threads')
parentPort.on('message', ({ id, task, close }) => {
  if (close) return parentPort.close()
  const text = task.texts[0]
  if (text === 'crash') throw new Error('out of luck')
  if (text === 'exit') process.exit(3)
  const refused = { code: 'MODEL_FILE_DAMAGED', message: 'damaged', suggestion: 'restore it' }
  Atomics.store(workerData, 0, 0)
  Atomics.notify(workerData, 0)
  parentPort.postMessage(text === 'refuse' ? { id, ok: false, error: refused } : { id, ok: true, result: text })
})`

function setUp(options: { idleMs?: number } = {}) {
  const workers: Worker[] = []
  const exits: Promise<unknown>[] = []
  const delivered: string[] = []
  const host = createThreadHost({
    startWorker: (state: ThreadState) => {
      const worker = new Worker(echo, { eval: true, workerData: state })
      exits.push(new Promise((resolve) => worker.once('exit', resolve)))
      workers.push(worker)
      return worker
    },
    ...options,
  })
  onTestFinished(() => host.close())
  const tasksOf = (texts: string[]) =>
    texts.map((text) => ({
      task: { kind: 'embed', texts: [text] } satisfies Task,
      deliver: (result: unknown) => void delivered.push(result as string),
    }))
  const run = (texts: string[], priority = 1, signal?: AbortSignal) =>
    host.run({ tasks: tasksOf(texts), priority, signal })
  return { host, workers, exits, delivered, run }
}

test('starts no thread before the first call, and one for all of them', async () => {
  const { workers, run, delivered } = setUp()
  expect(workers).toHaveLength(0)
  await run([])
  expect(workers).toHaveLength(0)
  await Promise.all([run(['a', 'b']), run(['c'])])
  expect(delivered).toEqual(['a', 'b', 'c'])
  expect(workers).toHaveLength(1)
})

test('urgent calls go before the rest of a long one', async () => {
  const { run, delivered } = setUp()
  await Promise.all([run(['p1', 'p2', 'p3'], 2), run(['r1', 'r2'], 1), run(['q'], 0)])
  expect(delivered).toEqual(['p1', 'q', 'r1', 'r2', 'p2', 'p3'])
})

test.each(['crash', 'exit'])(
  'a thread that ends (%s) fails what is pending and is started again by the next call',
  async (end) => {
    const { run, delivered, workers } = setUp()
    const pending = await Promise.allSettled([run(['a', end, 'b']), run(['c']), run(['d'], 0)])
    expect(pending.map((one) => (one.status === 'rejected' ? one.reason.code : one.status))).toEqual([
      'MODEL_FAILED',
      'MODEL_FAILED',
      'fulfilled',
    ])
    await run(['again'])
    expect(delivered).toEqual(['a', 'd', 'again'])
    expect(workers).toHaveLength(2)
  },
)

test('an error of the thread fails its call only', async () => {
  const { run, delivered, workers } = setUp()
  const [bad, good] = await Promise.allSettled([run(['refuse', 'never']), run(['a'])])
  expect(bad).toMatchObject({ reason: { code: 'MODEL_FILE_DAMAGED', message: 'damaged', suggestion: 'restore it' } })
  expect(good.status).toBe('fulfilled')
  expect(delivered).toEqual(['a'])
  expect(workers).toHaveLength(1)
})

test('a thread that cannot be started fails the call', async () => {
  const host = createThreadHost({
    startWorker: () => {
      throw new Error('no such file')
    },
  })
  const task = { task: { kind: 'embed', texts: ['a'] } satisfies Task, deliver: () => {} }
  await expect(host.run({ tasks: [task], priority: 0 })).rejects.toMatchObject({ code: 'MODEL_FAILED' })
})

test('a signal cancels what has not started', async () => {
  const { run, delivered } = setUp()
  const controller = new AbortController()
  const first = run(['a'])
  const second = run(['b'], 1, controller.signal)
  const third = run(['c'])
  controller.abort()
  await expect(second).rejects.toMatchObject({ code: 'CANCELLED' })
  await Promise.all([first, third])
  expect(delivered).toEqual(['a', 'c'])
  await expect(run(['d'], 1, AbortSignal.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
  const late = AbortSignal.abort(new DOMException('late', 'TimeoutError'))
  await expect(run(['d'], 1, late)).rejects.toMatchObject({ code: 'TIMED_OUT' })
})

test('ends the thread when it has been idle, and starts it again on demand', async () => {
  const { run, workers, exits, delivered } = setUp({ idleMs: 1 })
  await run(['a'])
  await exits[0]
  await run(['b'])
  expect(delivered).toEqual(['a', 'b'])
  expect(workers).toHaveLength(2)
})

test('close ends the thread and rejects what is pending and what comes later', async () => {
  const { host, run, exits } = setUp()
  await run(['a'])
  const pending = run(['b', 'c'])
  const rejected = expect(pending).rejects.toMatchObject({ code: 'CANCELLED' })
  await host.close()
  await rejected
  await exits[0]
  await expect(run(['d'])).rejects.toMatchObject({ code: 'CANCELLED' })
  await host.close()
})
