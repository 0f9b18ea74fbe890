import type { Worker } from 'node:worker_threads'
import { ShuttenError, toAbortError } from '@shutten/core'
import { type Call, createTaskQueue } from './create-task-queue.js'
import { type Reply, type Request, stateCells, type Task, type ThreadState } from './messages.js'

export interface ThreadHost {
  /**
   * Runs the tasks one after another and hands each result to its `deliver`. Lower priorities go first; between two
   * tasks of a call, more urgent calls get their turn.
   * Errors: what the thread answers; MODEL_FAILED when it dies; CANCELLED, TIMED_OUT by the signal.
   */
  run(options: { tasks: Call['tasks']; priority: number; signal?: AbortSignal }): Promise<void>
  /** Rejects what is pending with CANCELLED and ends the thread. */
  close(): Promise<void>
}

/** A thread that should have ended by itself is killed after this many milliseconds. */
const endingMs = 10_000

/**
 * Keeps one thread: started by the first call, again by the first call after a crash or after `idleMs` without work.
 * `startWorker` hands `state` on to the thread, which clears and notifies its busy cell when a task is answered.
 */
export function createThreadHost(options: {
  startWorker: (state: ThreadState) => Worker
  idleMs?: number
}): ThreadHost {
  const queue = createTaskQueue()
  let worker: Worker | null = null
  let running: { id: number; call: Call; deliver: (result: unknown) => void } | null = null
  let idle: NodeJS.Timeout | undefined
  let state: ThreadState = createState()
  let lastId = 0
  let closed = false

  const rejectAll = (error: ShuttenError) => {
    const calls = new Set(queue.drain())
    if (running) calls.add(running.call)
    running = null
    for (const call of calls) call.reject(error)
  }

  const start = (): Worker => {
    state = createState()
    const held = state
    const started = options.startWorker(held)
    // A thread torn down in the midst of an inference aborts the whole process, so process.exit() waits for its end.
    const hold = () => {
      Atomics.store(held, stateCells.stop, 1)
      Atomics.wait(held, stateCells.busy, 1, endingMs)
    }
    process.on('exit', hold)
    started.once('exit', () => process.off('exit', hold))
    const crashed = (cause?: unknown) => {
      if (worker !== started) return
      worker = null
      rejectAll(crashError(cause))
    }
    started.on('message', (reply: Reply) => {
      if (worker !== started || running?.id !== reply.id) return
      const { call, deliver } = running
      running = null
      if (reply.ok) deliver(reply.result)
      else {
        queue.remove(call)
        call.reject(new ShuttenError(reply.error))
      }
      pump()
    })
    started.on('error', crashed)
    started.on('messageerror', crashed)
    started.on('exit', () => crashed())
    return started
  }

  const end = async (): Promise<void> => {
    const ending = worker
    worker = null
    if (!ending) return
    const exited = new Promise<void>((resolve) => ending.once('exit', () => resolve()))
    // Whoever awaits the end must not fall out of the event loop meanwhile.
    ending.ref()
    Atomics.store(state, stateCells.stop, 1)
    const kill = setTimeout(() => void ending.terminate(), endingMs)
    ending.postMessage({ close: true } satisfies Request)
    await exited
    clearTimeout(kill)
  }

  const pump = () => {
    if (running) return
    const next = queue.next()
    if (!next) {
      // An idle thread keeps no process alive.
      worker?.unref()
      if (options.idleMs !== undefined && worker) idle = setTimeout(() => void end(), options.idleMs).unref()
      return
    }
    clearTimeout(idle)
    running = { id: ++lastId, call: next.call, deliver: next.deliver }
    try {
      worker ??= start()
      worker.ref()
      Atomics.store(state, stateCells.busy, 1)
      worker.postMessage({ id: lastId, task: next.task } satisfies Request)
    } catch (cause) {
      rejectAll(crashError(cause))
    }
  }

  return {
    run: ({ tasks, priority, signal }) =>
      new Promise<void>((resolve, reject) => {
        if (closed) return reject(closedError())
        if (signal?.aborted) return reject(toAbortError(signal))
        if (tasks.length === 0) return resolve()
        let remaining = tasks.length
        const abort = () => {
          queue.remove(call)
          call.reject(toAbortError(signal as AbortSignal))
        }
        const settle = (then: () => void) => {
          signal?.removeEventListener('abort', abort)
          then()
        }
        const call: Call = {
          priority,
          tasks: tasks.map(({ task, deliver }: { task: Task; deliver: (result: unknown) => void }) => ({
            task,
            deliver: (result) => {
              deliver(result)
              remaining -= 1
              if (remaining === 0) settle(resolve)
            },
          })),
          reject: (error) => settle(() => reject(error)),
        }
        signal?.addEventListener('abort', abort, { once: true })
        queue.add(call)
        pump()
      }),
    close: async () => {
      closed = true
      clearTimeout(idle)
      rejectAll(closedError())
      await end()
    },
  }
}

function createState(): ThreadState {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT))
}

function crashError(cause: unknown): ShuttenError {
  return new ShuttenError({
    code: 'MODEL_FAILED',
    message: `The thread that runs the models ended${cause instanceof Error ? `: ${cause.message}` : '.'}`,
    suggestion: 'Try again: it is started anew. If it keeps happening, free some memory and run `pnpm shutten doctor`.',
    cause,
  })
}

function closedError(): ShuttenError {
  return new ShuttenError({
    code: 'CANCELLED',
    message: 'The models were closed.',
    suggestion: 'Open them again before asking.',
  })
}
