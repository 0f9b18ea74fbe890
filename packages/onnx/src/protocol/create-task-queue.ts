import type { Task } from './messages.js'

/** A call in the making: tasks that remain to be sent, and what came back. */
export interface Call {
  /** Lower goes first. */
  priority: number
  tasks: { task: Task; deliver: (result: unknown) => void }[]
  reject(error: unknown): void
}

export interface TaskQueue {
  add(call: Call): void
  /** The next task of the most urgent, then oldest call. */
  next(): { call: Call; task: Task; deliver: (result: unknown) => void } | null
  remove(call: Call): void
  /** Empties the queue. */
  drain(): Call[]
}

/** Calls in order of priority, then of arrival. A call stays until its last task is taken. */
export function createTaskQueue(): TaskQueue {
  let calls: Call[] = []
  return {
    add: (call) => {
      const later = calls.findIndex((other) => other.priority > call.priority)
      calls.splice(later < 0 ? calls.length : later, 0, call)
    },
    next: () => {
      const call = calls[0]
      const first = call?.tasks.shift()
      if (!call || !first) return null
      if (call.tasks.length === 0) calls.shift()
      return { call, ...first }
    },
    remove: (call) => {
      calls = calls.filter((other) => other !== call)
    },
    drain: () => calls.splice(0),
  }
}
