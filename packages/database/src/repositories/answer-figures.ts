import type { Answer } from '@shutten/core'

/** What the figures of answers are made of, beside the answer itself. */
export interface AnswerFigures {
  outcome: Answer['status'] | 'aside' | 'withdrawn'
  milliseconds: number | null
  inputTokens: number | null
  outputTokens: number | null
  cost: number | null
}

/** The columns of a turn that figures are read from. */
export function answerFigures(answer: Answer): AnswerFigures {
  const { status, aside, withdrawn, cached, timings, usage } = answer
  return {
    outcome: withdrawn ? 'withdrawn' : aside ? 'aside' : status,
    milliseconds: cached ? null : (timings?.total ?? null),
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    cost: usage?.cost ?? null,
  }
}
