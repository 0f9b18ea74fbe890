import type { Interval } from '../metrics/bootstrap-interval.js'
import type { Calibration } from '../metrics/measure-calibration.js'
import type { Measures, MetricName, RetrievalMetric } from '../metrics/metric-name.js'
import type { RobustnessReport } from '../robustness/robustness-report.js'
import type { EvaluationRun } from './evaluation-run.js'

export type RetrievalScores = Record<RetrievalMetric, number | null>

export interface AnswerScores {
  /** Of all judged questions: right answers and right refusals. */
  correct: number | null
  /** Right answers, of the answerable questions. */
  correctAnswerable: number | null
  /** Right answers whose quotes hold the fact, of the answerable questions. */
  correctWithRightCitation: number | null
  citationPrecision: number | null
  citationRecall: number | null
  quoteExact: number | null
  refusal: { precision: number | null; recall: number | null; f1: number | null }
}

export interface OutcomeCitation {
  number: number
  documentId: string
  title: string
  uri: string
  quote: string
}

export interface QuestionOutcome {
  id: string
  kind: string
  question: string
  /** Null when it was not asked (retrieval only). */
  status: 'answered' | 'refused' | 'failed' | null
  /** Null when the dataset says nothing of the answer, or it was not asked. */
  correct: boolean | null
  /** Of the first relevant document (or passage, by evidence), from 1; null when not found or not measured. */
  rank: number | null
  confidence: number | null
  answer: string | null
  quotes: string[]
  /** Those that `quotes` are of, in the same order. */
  citations: OutcomeCitation[]
  /** The first documents that the search found, best first; empty when it was not searched for. */
  found: { documentId: string; title: string }[]
  /** Null: it must be refused. */
  expected?: string[][] | null
  /** Ids of the documents that it should find. */
  relevant?: string[]
  /** What a right citation's passage holds. */
  evidence?: string
  /** Wall time in milliseconds. */
  timings: { search: number | null; ask: number | null }
  /** Sentences in the quotes; null unless answered. */
  quotedSentences: number | null
  /** What the question adds to each metric, as [numerator, denominator]. */
  measures: Measures
  error?: { code: string; message: string }
}

export interface Latency {
  p50: number
  p95: number
}

export interface GroupScores {
  questions: number
  retrieval: RetrievalScores
  answers: AnswerScores
}

/** 95 % bootstrap intervals over the questions, of each metric that was measured. */
export type Intervals = Partial<Record<MetricName, Interval>>

export interface KindScores extends GroupScores {
  intervals: Intervals
}

/** A metric that nothing could be measured for is null. Shares are 0 to 1. */
export interface EvaluationReport extends KindScores {
  dataset: string
  documents: number | null
  counts: {
    retrieval: number
    answerable: number
    unanswerable: number
    answered: number
    refused: number
    failed: number
    citations: number
  }
  /** Sentences quoted by an answer, median: of all answers, and of those to questions of kind `fact`. */
  quotedSentences: { all: number | null; fact: number | null }
  /** Milliseconds, wall time. */
  latency: { search: Latency | null; ask: Latency | null }
  /** Stated confidence against right answers, of the questions that were answered; null when none was. */
  calibration: Calibration | null
  byKind: Record<string, KindScores>
  perQuestion: QuestionOutcome[]
  seconds: number
  /** What damaged questions lose against these, when that was measured. */
  robustness?: RobustnessReport
  /** Where the report comes from, when it was kept. */
  run?: EvaluationRun
}
