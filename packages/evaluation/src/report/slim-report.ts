import type { EvaluationReport, QuestionOutcome } from './report.js'

/** What a later run is compared by, and no text of the answers: the form of a run that is kept under version control. */
export interface SlimReport {
  dataset: string
  documents: number | null
  seconds: number
  run?: EvaluationReport['run']
  perQuestion: QuestionOutcome[]
}

/** A report that `parseReport` reads back to the same figures, with every number that would change at each run rounded. */
export function slimReport(report: EvaluationReport): SlimReport {
  const { dataset, documents, seconds, run, perQuestion } = report
  const round = (value: number | null, digits: number) =>
    value === null ? null : Math.round(value * 10 ** digits) / 10 ** digits
  return {
    dataset,
    documents,
    seconds: Math.round(seconds),
    ...(run && { run }),
    perQuestion: perQuestion.map(({ id, kind, question, status, correct, rank, expected, ...outcome }) => ({
      id,
      kind,
      question,
      status,
      correct,
      rank,
      confidence: round(outcome.confidence, 4),
      answer: null,
      quotes: [],
      citations: [],
      found: [],
      // Whether it had to be refused, without the strings it was judged by.
      ...(expected !== undefined && { expected: expected && [] }),
      timings: { search: round(outcome.timings.search, 0), ask: round(outcome.timings.ask, 0) },
      quotedSentences: outcome.quotedSentences,
      measures: outcome.measures,
      ...(outcome.error && { error: outcome.error }),
    })),
  }
}
