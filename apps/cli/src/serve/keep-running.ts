import type { ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import type { Printer } from '../output/printer.js'

/** Wait before a process that died is started again, milliseconds: after the first death in a row, the second …; then the last. */
const restartDelays = [200, 1_000, 5_000, 30_000]
/** A process that has lived so long did well: what comes later begins a new row. */
const soundMs = 60_000

export interface KeptProcess {
  readonly child: ChildProcess | null
  /** It is not started again from now on. */
  release(): void
}

/**
 * Starts a process, and starts it again when it ends: at once, then with growing waits. One that ends by itself before it
 * has ever begun is given up, for it has said why.
 *
 * @param options.name for people
 * @param options.mostDeaths in a row after which it is given up, too; without it never
 * @param options.begunMessage what it sends once it does its work
 * @param options.onGivenUp told the status that all should end with
 */
export function keepRunning(options: {
  name: string
  start: () => ChildProcess
  begunMessage: string
  onBegun: () => void
  onGivenUp: (status: number) => void
  printer: Printer
  mostDeaths?: number
  delays?: readonly number[]
  now?: () => number
}): KeptProcess {
  const { name, start, begunMessage, onBegun, onGivenUp, printer } = options
  const { mostDeaths = Number.POSITIVE_INFINITY, delays = restartDelays, now = Date.now } = options
  const released = new AbortController()
  let child: ChildProcess | null = null
  let hasBegun = false
  let deaths = 0

  const launch = () => {
    const startedAt = now()
    const current = start()
    child = current
    current.on('message', (message) => {
      if (message !== begunMessage) return
      hasBegun = true
      onBegun()
    })
    current.once('exit', async (status, killedBy) => {
      if (released.signal.aborted) return
      // What it has printed says why.
      if (!hasBegun && status) return onGivenUp(status)
      deaths = now() - startedAt >= soundMs ? 1 : deaths + 1
      const how = `The ${name} ended (${killedBy ?? status})`
      const hint =
        killedBy === 'SIGABRT' ? ' If it ends so again, run `pnpm shutten doctor`: a damaged file may be why.' : ''
      if (deaths >= mostDeaths) {
        printer.note(
          `${how}, ${deaths} times in a row; it is given up. Look above for why, run \`pnpm shutten doctor\`, and start again.`,
        )
        return onGivenUp(status || 70)
      }
      const wait = delays[Math.min(deaths - 1, delays.length - 1)] ?? 0
      printer.note(`${how}; it is started again${wait >= 1_000 ? ` in ${wait / 1_000} s` : ''}.${hint}`)
      await delay(wait, undefined, { signal: released.signal }).then(launch, () => {})
    })
  }
  launch()
  return {
    get child() {
      return child
    },
    release() {
      released.abort()
    },
  }
}
