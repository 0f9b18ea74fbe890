/** What a worker is at while it works a job off, in order. */
export const workerPhases = [
  'begin',
  'list',
  'parse',
  'save',
  'embed',
  'build',
  'verify',
  'measure',
  'switch',
  'clean-up',
  'prove',
  'finish',
] as const
/** What the web server is at: making an answer, streaming one, saving a turn, storing a file, taking a job in. */
export const webPhases = ['answer', 'stream', 'turn', 'upload', 'job'] as const

export type WorkerPhase = (typeof workerPhases)[number]
export type WebPhase = (typeof webPhases)[number]
export type Phase = WorkerPhase | WebPhase
export type Role = 'worker' | 'web'

/** Where a process ends itself by SIGKILL: before the `at`-th operation (from 1) of a phase, counted from when it is told. */
export interface Strike {
  /** Null: of any phase. */
  phase: Phase | null
  at: number
  /** A write is cut off in the middle, and a native save while it runs. */
  isTorn: boolean
}

/** Falls nowhere, and takes the place of one that has not fallen. */
export const noStrike: Strike = { phase: null, at: Number.MAX_SAFE_INTEGER, isTorn: false }

/** What a process under test is told when it is started. */
export interface Instructions {
  role: Role
  dataFolder: string
  /** Holds the files that are ingested. */
  sourcesFolder: string
  strike: Strike | null
}

/** What a process under test tells: its counts when asked, and where it ended itself. */
export type Message = { tally: Partial<Record<Phase, number>> } | { struck: { phase: Phase; operation: string } }

export type Command = { arm: Strike } | { tally: true }
