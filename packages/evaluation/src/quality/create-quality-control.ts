import {
  type Embedder,
  type GenerationGate,
  type GoldenQuestionRepository,
  type QualityConfiguration,
  type QualityMeasurer,
  type QualityOutcome,
  type QualityPolicy,
  type QualityPurpose,
  type QualityRun,
  type QualityRunRepository,
  type QualityVerdict,
  ShuttenError,
} from '@shutten/core'
import { describeShortfalls } from './describe-shortfalls.js'
import { judgeQuality } from './judge-quality.js'
import { findKnown, type MeasuredIndex, measureQuestions, resolveQuestions } from './measure-questions.js'
import { toQualityFigures, toQualityReport } from './to-quality-report.js'

/** Runs that are kept, question by question. */
const keptRuns = 100

/** A generation opened to be measured. */
export interface OpenIndex extends MeasuredIndex {
  generationId: string
  configuration: QualityConfiguration
  close(): Promise<void>
}

/**
 * Measures golden questions, on demand and as the gate before a switch.
 *
 * @param options.openIndex opens a generation by its id, or what serves; `embedder` made it. Errors: INDEX_EMPTY
 */
export function createQualityControl(options: {
  questions: Pick<GoldenQuestionRepository, 'listAll' | 'count'>
  runs: QualityRunRepository
  getPolicy: () => Promise<QualityPolicy>
  openIndex: (options: {
    generationId: string | null
    embedder?: Embedder
    signal?: AbortSignal | undefined
  }) => Promise<OpenIndex>
  /** Milliseconds since 1970. */
  now?: () => number
}): GenerationGate & QualityMeasurer {
  const { questions: golden, runs, getPolicy, openIndex, now = Date.now } = options

  /** The outcomes of a run that is begun or gone on with; `before` is what its earlier stretches took, `seconds` all of it. */
  async function perform(work: {
    index: OpenIndex
    jobId: string
    purpose: QualityPurpose
    signal?: AbortSignal
    onProgress?: (progress: { done: number; total: number }) => void
  }): Promise<{ run: QualityRun; outcomes: QualityOutcome[]; before: number; seconds: number } | null> {
    const { index, jobId, purpose, onProgress, signal } = work
    const asked = await golden.listAll()
    if (asked.length === 0) return null
    const questions = resolveQuestions({ questions: asked, findDocumentId: index.findDocumentId })
    const { generationId: generation, configuration } = index
    const run = await runs.begin({ jobId, generation, purpose, configuration, questions: questions.length })
    const stored = await runs.listOutcomes({ runId: run.id })
    let known = findKnown({ questions, outcomes: stored })
    // Somebody has changed the questions while the run was cut off.
    if (!stored.every(({ id }, position) => known.has(id) && questions[position]?.id === id)) {
      await runs.clear(run.id)
      known = new Map()
    }
    const started = now()
    const outcomes = await measureQuestions({
      questions,
      known,
      index,
      keep: (position, outcome) => runs.addOutcome({ runId: run.id, position, outcome }),
      ...(onProgress && { onProgress }),
      ...(signal && { signal }),
    })
    const before = secondsOf([...known.values()])
    return { run, outcomes, before, seconds: before + (now() - started) / 1_000 }
  }

  /** What a job has measured of a generation before its worker was killed, with nothing left to be put. */
  async function findDone({ index, jobId }: { index: OpenIndex; jobId: string }): Promise<QualityRun | null> {
    // Asked for again, and cut off in the middle of that: what was measured before does not count any more.
    if (await runs.findBegun({ jobId, generation: index.generationId })) return null
    const { runs: done } = await runs.list({ generation: index.generationId, limit: keptRuns })
    return done.find((run) => run.jobId === jobId && isSame(run.configuration, index.configuration)) ?? null
  }

  async function judge(outcomes: readonly QualityOutcome[], except: string): Promise<QualityVerdict> {
    const policy = await getPolicy()
    const before = (await runs.list({ served: true, limit: 2 })).runs.find(({ id }) => id !== except) ?? null
    const earlier = before ? await runs.listOutcomes({ runId: before.id }) : []
    const both = findComparable(earlier, outcomes)
    const shortfalls = judgeQuality({
      policy,
      figures: toQualityFigures(outcomes),
      compared: both.now.length > 0 ? { now: toQualityFigures(both.now), before: toQualityFigures(both.before) } : null,
    })
    return { passes: shortfalls.length === 0, shortfalls, beforeRunId: before?.id ?? null }
  }

  return {
    async isOn() {
      return (await getPolicy()).isGateOn && (await golden.count()).enabled > 0
    },

    async judge({ generationId, embedder, jobId, held, isAgain = false, signal, onProgress }) {
      const index = await openIndex({ generationId, embedder, signal })
      try {
        const done = isAgain ? null : await findDone({ index, jobId })
        const told = held ? await runs.find(held.runId) : done
        if (told && isSame(told.configuration, index.configuration)) {
          const outcomes = await runs.listOutcomes({ runId: told.id })
          const questions = resolveQuestions({
            questions: await golden.listAll(),
            findDocumentId: index.findDocumentId,
          })
          const isUnchanged =
            questions.length === outcomes.length && findKnown({ questions, outcomes }).size === questions.length
          if (isUnchanged && outcomes.every(({ status }) => status !== 'failed')) {
            const verdict = await judge(outcomes, told.id)
            return { runId: told.id, verdict, description: describeShortfalls(verdict.shortfalls) }
          }
        }
        const made = await perform({
          index,
          jobId,
          purpose: 'gate',
          ...(signal && { signal }),
          ...(onProgress && { onProgress }),
        })
        if (!made) return null
        const { run, outcomes, seconds } = made
        const verdict = await judge(outcomes, run.id)
        await runs.finish({ id: run.id, report: toQualityReport({ outcomes, seconds }), verdict })
        await runs.prune({ keep: keptRuns })
        return { runId: run.id, verdict, description: describeShortfalls(verdict.shortfalls) }
      } finally {
        await index.close()
      }
    },

    async measure({ jobId, isAsked, signal, onProgress }) {
      const started = now()
      const index = await openIndex({ generationId: null, signal })
      try {
        const done = await findDone({ index, jobId })
        if (done?.report) {
          const { id, report } = done
          return { measured: id, report, generation: index.generationId, seconds: report.seconds }
        }
        const none = { done: 0, total: 0 }
        const made = await perform({
          index,
          jobId,
          purpose: isAsked ? 'asked' : 'switched',
          ...(signal && { signal }),
          onProgress: (questions) =>
            onProgress?.({
              phase: 'measuring',
              documents: none,
              passages: none,
              questions,
              state: 'working',
              movedAt: new Date(now()).toISOString(),
            }),
        })
        if (!made) throw createNoQuestionsError()
        const { run, outcomes, before, seconds } = made
        const report = toQualityReport({ outcomes, seconds })
        await runs.finish({ id: run.id, report, verdict: null })
        await runs.prune({ keep: keptRuns })
        return {
          measured: run.id,
          report,
          generation: index.generationId,
          seconds: Math.round(before * 1_000 + now() - started) / 1_000,
        }
      } finally {
        await index.close()
      }
    },
  }
}

/** Outcomes of the questions that both runs have, expected to be answered alike. */
function findComparable(before: readonly QualityOutcome[], now: readonly QualityOutcome[]) {
  const expectation = ({ question, expected, evidence }: QualityOutcome) =>
    JSON.stringify([question, expected ?? null, expected === undefined, evidence ?? null])
  const earlier = new Map(before.map((outcome) => [outcome.id, outcome]))
  const pairs = now.flatMap((outcome) => {
    const old = earlier.get(outcome.id)
    return old && expectation(old) === expectation(outcome) ? [{ old, outcome }] : []
  })
  return { before: pairs.map(({ old }) => old), now: pairs.map(({ outcome }) => outcome) }
}

/** What the questions took that were put before a run was cut off. Its end is not known where the process was killed. */
const secondsOf = (outcomes: readonly QualityOutcome[]) =>
  outcomes.reduce((sum, { timings }) => sum + (timings.search ?? 0) + (timings.ask ?? 0), 0) / 1_000

const isSame = (a: QualityConfiguration, b: QualityConfiguration) =>
  a.generator === b.generator &&
  a.embedder === b.embedder &&
  a.reranker === b.reranker &&
  a.calibration === b.calibration

function createNoQuestionsError(): ShuttenError {
  return new ShuttenError({
    code: 'GOLDEN_QUESTIONS_NONE',
    message: 'There are no golden questions to put.',
    suggestion: 'Add some under /admin/quality/questions, or import a dataset there.',
  })
}
