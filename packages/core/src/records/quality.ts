import type { Language } from '../language/language.js'

/**
 * What is said of a question's answer. `answer`: it holds one string of every group of `answers`; `refusal`: it must be
 * refused; `nothing`: only what the search finds is measured.
 */
export type GoldenExpectation = 'answer' | 'refusal' | 'nothing'

/** A question whose right answer is known. */
export interface GoldenQuestion {
  /** As the dataset calls it, or made here. */
  id: string
  question: string
  language: Language | null
  kind: string | null
  expects: GoldenExpectation
  /** Empty unless an answer is expected. */
  answers: string[][]
  /** Documents of which any one serves: ids, addresses or file names. */
  relevant: string[]
  /** Held by the passage of a right citation. */
  evidence: string | null
  /** One that is left out is kept, and not measured. */
  isEnabled: boolean
  /** Name of whoever wrote it last. */
  by: string
  /** ISO 8601, UTC. */
  createdAt: string
  updatedAt: string
}

export type NewGoldenQuestion = Omit<GoldenQuestion, 'id' | 'createdAt' | 'updatedAt'> & { id?: string }

/** `wrong`: at the last finished measurement of it; `unmeasured`: not since it was written. */
export type GoldenState = 'right' | 'wrong' | 'unmeasured' | 'disabled'

export interface GoldenQuestionRepository {
  /** Newest change first, each with what the last finished run said of it: null where none did. */
  list(options?: {
    kind?: string
    language?: Language
    /** Stands in the question, width and case folded. */
    query?: string
    state?: GoldenState
    offset?: number
    limit?: number
  }): Promise<{ total: number; questions: (GoldenQuestion & { isRight: boolean | null })[] }>
  /** Those that are measured, in the order of their ids; with `all` also those that are left out. */
  listAll(options?: { all?: boolean }): Promise<GoldenQuestion[]>
  find(id: string): Promise<GoldenQuestion | null>
  /** Adds questions, or puts them in the place of those of their ids; all or none. Says which were new. */
  save(questions: readonly NewGoldenQuestion[]): Promise<{ added: string[]; changed: string[]; unchanged: string[] }>
  /**
   * Changes one that was looked at as it was at `seen` (its `updatedAt`), so that two editors do not undo each other's work.
   * Errors: GOLDEN_QUESTION_NOT_FOUND, GOLDEN_QUESTION_CHANGED.
   */
  change(options: { question: NewGoldenQuestion & { id: string }; seen: string }): Promise<GoldenQuestion>
  /** Gives whether there was one. */
  remove(id: string): Promise<boolean>
  /** The kinds that there are, in order. */
  listKinds(): Promise<string[]>
  count(): Promise<{ enabled: number; all: number }>
}

/** Shares of 0 to 1; null where nothing could be measured. */
export interface QualityFigures {
  questions: number
  /** Of all judged questions: right answers and right refusals. */
  correct: number | null
  /** Right answers whose quotes hold the fact, of the answerable questions. */
  rightCitation: number | null
  refusal: { precision: number | null; recall: number | null; f1: number | null }
  'mrr@10': number | null
}

export interface QualityReport extends QualityFigures {
  byKind: Record<string, QualityFigures>
  counts: { answerable: number; unanswerable: number; failed: number }
  seconds: number
}

/** What became of one question; what it adds to each metric is in `measures`, as numerator and denominator. */
export interface QualityOutcome {
  id: string
  kind: string
  question: string
  /** Null when it was not asked. */
  status: 'answered' | 'refused' | 'failed' | null
  /** Null when nothing is said of its answer. */
  correct: boolean | null
  /** Of the first relevant document, from 1; null when not found or not measured. */
  rank: number | null
  confidence: number | null
  answer: string | null
  quotes: string[]
  citations: { number: number; documentId: string; title: string; uri: string; quote: string }[]
  found: { documentId: string; title: string }[]
  expected?: string[][] | null
  relevant?: string[]
  evidence?: string
  timings: { search: number | null; ask: number | null }
  quotedSentences: number | null
  measures: Record<string, readonly [numerator: number, denominator: number] | undefined>
  error?: { code: string; message: string }
}

/** What the figures depend on besides questions and index. */
export interface QualityConfiguration {
  generator: string
  embedder: string
  reranker: string | null
  /** Version of the evidence model behind the gate of answers. */
  calibration: string
}

/** Why a run was made: somebody asked, a generation was switched to, or one waited to be. */
export type QualityPurpose = 'asked' | 'switched' | 'gate'

/** A figure that keeps a generation from being switched to. */
export interface QualityShortfall {
  figure: GatedFigure
  /** `least`: below what is asked for; `fall`: too far below the run before, on the questions that both have. */
  rule: 'least' | 'fall'
  value: number
  /** The least that would have done. */
  limit: number
  /** Of the run before, where the rule is `fall`. */
  before?: number
}

export const gatedFigures = ['correct', 'rightCitation', 'refusalF1', 'mrr@10'] as const
export type GatedFigure = (typeof gatedFigures)[number]

export interface QualityVerdict {
  passes: boolean
  shortfalls: QualityShortfall[]
  /** The run that it was held against; null where there was none. */
  beforeRunId: string | null
  /** Somebody let it serve all the same. */
  isAccepted?: true
}

export interface QualityRun {
  id: string
  jobId: string
  generation: string
  purpose: QualityPurpose
  configuration: QualityConfiguration
  /** Null until it is finished. */
  report: QualityReport | null
  /** Of the gate; null where it did not judge. */
  verdict: QualityVerdict | null
  questions: number
  /** ISO 8601, UTC. */
  startedAt: string
  finishedAt: string | null
}

/** Measurements of the golden questions. One that was cut off goes on where it was, for as long as its job does. */
export interface QualityRunRepository {
  /** The unfinished run of a job for a generation, or a new one in the place of any other that the job has not finished. */
  begin(
    options: Pick<QualityRun, 'jobId' | 'generation' | 'purpose' | 'configuration' | 'questions'>,
  ): Promise<QualityRun>
  /** Writes down what became of the question at a position, so that a run that is cut off goes on behind it. */
  addOutcome(options: { runId: string; position: number; outcome: QualityOutcome }): Promise<void>
  /** Forgets what was written down of a run: it begins anew. */
  clear(runId: string): Promise<void>
  finish(options: { id: string; report: QualityReport; verdict: QualityVerdict | null }): Promise<QualityRun>
  find(id: string): Promise<QualityRun | null>
  /** The unfinished run of a job for a generation, as `begin` would go on with. */
  findBegun(options: { jobId: string; generation: string }): Promise<QualityRun | null>
  /** Finished ones, newest first. `served`: of generations that were switched to only, and those asked for. */
  list(options?: { offset?: number; limit?: number; served?: boolean; generation?: string }): Promise<{
    total: number
    runs: QualityRun[]
  }>
  /** Of a run, by position. */
  listOutcomes(options: { runId: string }): Promise<QualityOutcome[]>
  /** Removes all but the newest runs. */
  prune(options: { keep: number }): Promise<number>
}

/** What a job of the kind `measure` came to. */
export interface MeasureReport {
  measured: string
  report: QualityReport
  generation: string
  seconds: number
}
