import { ShuttenError } from '@shutten/core'
import { z } from 'zod'
import { type Measures, metricNames } from '../metrics/metric-name.js'
import { buildRobustnessReport } from '../robustness/build-robustness-report.js'
import { perturbations } from '../robustness/perturbation.js'
import { buildReport } from './build-report.js'
import type { EvaluationReport, QuestionOutcome } from './report.js'

const ratio = z.tuple([z.number(), z.number()])
const known = new Set<string>(metricNames)
// Metrics that this version does not know are left out.
const measures = z
  .record(z.string(), ratio)
  .transform((all) => Object.fromEntries(Object.entries(all).filter(([name]) => known.has(name))) as Measures)
const error = z.object({ code: z.string(), message: z.string() })
const number = z.number().nullable().default(null)

const outcome = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  status: z.enum(['answered', 'refused', 'failed']).nullable(),
  correct: z.boolean().nullable(),
  rank: number,
  confidence: number,
  answer: z.string().nullable(),
  quotes: z.array(z.string()),
  citations: z
    .array(
      z.object({ number: z.number(), documentId: z.string(), title: z.string(), uri: z.string(), quote: z.string() }),
    )
    .default([]),
  found: z.array(z.object({ documentId: z.string(), title: z.string() })).default([]),
  expected: z.array(z.array(z.string())).nullable().optional(),
  relevant: z.array(z.string()).optional(),
  evidence: z.string().optional(),
  timings: z.object({ search: number, ask: number }),
  quotedSentences: number,
  measures,
  error: error.optional(),
})

const run = z.object({
  id: z.string(),
  createdAt: z.string(),
  configuration: z.object({
    embedder: z.string(),
    reranker: z.string().nullable(),
    generator: z.string(),
    chunker: z.string(),
    analyser: z.string(),
    calibration: z.string(),
    retrieval: z.record(z.string(), z.unknown()),
    options: z.object({
      only: z.enum(['retrieval', 'answers']).nullable(),
      limit: z.number().nullable(),
      ask: z.number().nullable(),
      depth: z.number(),
      perturb: z.array(z.enum(perturbations)),
    }),
    software: z.object({ shutten: z.string(), node: z.string() }),
  }),
  indexing: z
    .object({ documents: z.number(), passages: z.number(), embedded: z.number(), seconds: z.number() })
    .nullable(),
})

const robustness = z.object({
  seed: z.number().int(),
  damaged: z.array(
    z.object({
      original: z.string(),
      kind: z.string(),
      perturbation: z.enum(perturbations),
      question: z.string(),
      rank: z.number().nullable(),
      measures,
      error: error.optional(),
    }),
  ),
})

const schema = z.object({
  dataset: z.string(),
  documents: z.number().nullable(),
  seconds: z.number(),
  perQuestion: z.array(outcome),
  robustness: robustness.optional(),
  run: run.optional(),
})

/**
 * A report as it comes from JSON, also of an earlier version: what was measured is taken question by question, and
 * summed up anew.
 * Errors: REPORT_INVALID.
 */
export function parseReport(input: unknown): EvaluationReport {
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new ShuttenError({
      code: 'REPORT_INVALID',
      message: `This is no report of an evaluation: ${issue?.path.join('.') || 'report'}: ${issue?.message}.`,
      suggestion: 'Name a kept run (`pnpm shutten eval --list`), or a file written by `eval --out`.',
    })
  }
  const { dataset, documents, seconds, perQuestion, ...rest } = parsed.data
  const outcomes = perQuestion as QuestionOutcome[]
  const losses = rest.robustness && buildRobustnessReport({ outcomes, ...rest.robustness })
  return {
    ...buildReport({ dataset, documents, outcomes, seconds }),
    ...(losses && { robustness: losses }),
    ...(rest.run && { run: rest.run }),
  }
}
