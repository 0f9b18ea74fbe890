import type { Interval } from '../metrics/bootstrap-interval.js'
import type { Measures, MetricName, RetrievalMetric } from '../metrics/metric-name.js'

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
  /** Null: it must be refused. */
  expected?: string[][] | null
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

/** A metric that nothing could be measured for is null. Shares are 0 to 1. */
export interface EvaluationReport extends GroupScores {
  dataset: string
  documents: number | null
  /** 95 % bootstrap intervals over the questions, of each metric that was measured. */
  intervals: Partial<Record<MetricName, Interval>>
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
  byKind: Record<string, GroupScores>
  perQuestion: QuestionOutcome[]
  seconds: number
}
