import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { askProcess } from '../../shared/ask-process.js'
import type { LangChainMeasurement, LangChainTask } from './measure-langchain.js'

const child = fileURLToPath(new URL('./measure-child.js', import.meta.url))

/** Does a task in a fresh process. Errors: those of the task; INTERNAL when the process ends without an answer. */
export function runTask(task: LangChainTask): Promise<LangChainMeasurement> {
  // stdout belongs to the report.
  const worker = fork(child, { stdio: ['ignore', 2, 2, 'ipc'] })
  return askProcess({ process: worker, task, subject: task.kind })
}
