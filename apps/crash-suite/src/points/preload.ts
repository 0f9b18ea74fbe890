// Loaded before everything else into a process under test (`node --import`): watches what it does to files, records,
// models and clients, and ends it by SIGKILL at the point that it was told. The product knows nothing of this.
import { writeSync } from 'node:fs'
import { createPointCounter } from './create-point-counter.js'
import { describeOperation, type Operation } from './operation.js'
import { patchFiles } from './patch-files.js'
import { patchLibraries } from './patch-libraries.js'
import type { Command, Instructions, Message } from './strike.js'

/** The descriptor that the starter reads. */
const reports = 4

const given = new URL(import.meta.url).searchParams.get('instructions') ?? '{}'
const counter = createPointCounter(JSON.parse(given) as Instructions)

const tell = (message: Message) => writeSync(reports, `${JSON.stringify(message)}\n`)

/** Ends the process when the strike falls here; a torn one gives the way to end it later, from within the operation. */
function meet(operation: Operation, canTear: boolean): (() => never) | null {
  const point = counter.meet(operation)
  if (!point) return null
  const tears = canTear && point.isTorn
  const end = (): never => {
    tell({ struck: { phase: point.phase, operation: `${tears ? 'torn ' : ''}${describeOperation(operation)}` } })
    process.kill(process.pid, 'SIGKILL')
    // The signal is there before the call returns; nothing may happen behind it.
    for (;;);
  }
  return tears ? end : end()
}

await patchFiles({ meet })
patchLibraries({ meet })

process.on('message', (command: Command) => {
  if ('arm' in command) counter.arm(command.arm)
  else if ('tally' in command) tell({ tally: counter.takeTally() })
})
// Being told things keeps no process alive.
process.channel?.unref()
