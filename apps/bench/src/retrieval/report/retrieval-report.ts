import type { Measurement } from '../measure/measurement.js'
import type { SystemName } from '../systems/retrieval-system.js'

export interface SystemReport extends Measurement {
  /** Bytes of the index's files. */
  disk: number
  /** Milliseconds of every measured load, each in a process of its own; `load` is their median. */
  loads: number[]
}

export interface SizeReport {
  passages: number
  systems: Partial<Record<SystemName, SystemReport>>
  /** Seconds that building each index took; absent where an earlier run's was kept. */
  buildSeconds: Record<string, number>
}

export interface Goal {
  passages: number
  name: string
  value: number
  comparison: 'at most' | 'at least' | 'more than'
  limit: number
  isMet: boolean
}

export interface RetrievalReport {
  machine: { processor: string; cores: number; node: string }
  base: string
  realPassages: number
  questions: number
  seed: number
  secondsPerPhase: number
  sizes: SizeReport[]
  goals: Goal[]
  seconds: number
}
