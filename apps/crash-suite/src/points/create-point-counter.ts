import { classifyWebOperation } from './classify-web-operation.js'
import { classifyWorkerOperation } from './classify-worker-operation.js'
import type { Operation } from './operation.js'
import type { Instructions, Phase, Strike, WebPhase, WorkerPhase } from './strike.js'

export interface PointCounter {
  /** Counts an operation that is about to be done. Gives where the strike falls, when it falls here. */
  meet(operation: Operation): { phase: Phase; isTorn: boolean } | null
  arm(strike: Strike): void
  /** Operations by phase since this was last asked. */
  takeTally(): Partial<Record<Phase, number>>
}

/** Counts operations by phase, and knows before which one the process is to end. */
export function createPointCounter(options: Instructions): PointCounter {
  const { role, dataFolder, sourcesFolder } = options
  let { strike } = options
  let before: Phase | null = null
  /** Of the transaction that is open: whether something that counts is in it. */
  let counts = false
  let left = strike?.at ?? 0
  let tally: Partial<Record<Phase, number>> = {}

  const classify = (operation: Operation): Phase | null => {
    if (operation.kind === 'sql') {
      if (/^(?:BEGIN|ROLLBACK)/.test(operation.sql)) {
        counts = false
        return null
      }
      if (/^COMMIT/.test(operation.sql) && !counts) return null
    }
    const phase =
      role === 'worker'
        ? classifyWorkerOperation(operation, { before: before as WorkerPhase | null, dataFolder, sourcesFolder })
        : classifyWebOperation(operation, { before: before as WebPhase | null, dataFolder })
    if (operation.kind === 'sql') counts = phase !== null
    return phase
  }

  return {
    meet(operation) {
      const phase = classify(operation)
      if (phase === null) return null
      before = phase
      tally[phase] = (tally[phase] ?? 0) + 1
      if (!strike || (strike.phase !== null && strike.phase !== phase)) return null
      left -= 1
      return left === 0 ? { phase, isTorn: strike.isTorn } : null
    },
    arm(next) {
      strike = next
      left = next.at
    },
    takeTally() {
      const taken = tally
      tally = {}
      before = null
      return taken
    },
  }
}
