import type { QualityOutcome } from '@shutten/core'

/** What became of a question since the run before: it fell, it rose, it stayed, or was not there. */
export type OutcomeChange = 'fell' | 'rose' | 'same' | 'new'

/** A question that was answered or refused wrongly, or whose document was not found among the first ten. */
export function isFailure({ correct, status, rank, measures }: QualityOutcome): boolean {
  if (correct !== null) return !correct
  return status === 'failed' || (rank === null && measures['mrr@10'] !== undefined)
}

/** The outcomes of a run, each with what became of it since the run before. */
export function compareOutcomes(options: {
  now: readonly QualityOutcome[]
  before: readonly QualityOutcome[]
}): { outcome: QualityOutcome; isWrong: boolean; change: OutcomeChange }[] {
  const earlier = new Map(options.before.map((outcome) => [outcome.id, outcome]))
  return options.now.map((outcome) => {
    const old = earlier.get(outcome.id)
    const isWrong = isFailure(outcome)
    const wasWrong = old && isFailure(old)
    const change = wasWrong === undefined ? 'new' : wasWrong === isWrong ? 'same' : isWrong ? 'fell' : 'rose'
    return { outcome, isWrong, change }
  })
}
