import type { Phase } from '../points/strike.js'
import type { AskedInALoop } from '../scenario/ask-in-a-loop.js'

/** One end of a process, and what came of it. */
export interface Kill {
  phase: Phase
  operation: string
  /** What was being done. */
  step: string
}

export interface PartReport {
  kills: Kill[]
  /** Strikes that fell nowhere: the process was done before. */
  missed: number
  /** What was not as it must be; empty when all is well. */
  problems: string[]
  seconds: number
}

export interface CrashReport {
  seed: number
  worker: PartReport & { loop: AskedInALoop | null }
  web: PartReport
  ok: boolean
  seconds: number
}
