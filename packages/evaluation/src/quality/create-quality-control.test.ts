import type { GoldenQuestion, QualityOutcome, QualityPolicy, QualityRun, QualityRunRepository } from '@shutten/core'
import { readQualityPolicy } from '@shutten/core'
import { beforeEach, describe, expect, it } from 'vitest'
import { createAnswer, documentText } from '../fixtures/create-answer.js'
import { createResponse } from '../fixtures/create-response.js'
import { createQualityControl } from './create-quality-control.js'

const golden = (id: string, change: Partial<GoldenQuestion> = {}): GoldenQuestion => ({
  id,
  question: `${id}の標高は？`,
  language: 'ja',
  kind: 'fact',
  expects: 'answer',
  answers: [['3,776']],
  relevant: ['mountains.md'],
  evidence: null,
  isEnabled: true,
  by: 'x',
  createdAt: '',
  updatedAt: '',
  ...change,
})
const fuji = '富士山の標高は3,776メートルである。'
const right = createAnswer({ sentences: [[fuji, [1]]], quotes: [fuji] })

/** Runs held in memory, in the behaviour of the records' suite. */
function createRuns(): QualityRunRepository & { all: (QualityRun & { outcomes: unknown[] })[] } {
  const all: (QualityRun & { outcomes: never[] })[] = []
  const get = (id: string) => all.find((run) => run.id === id) as (typeof all)[number]
  return {
    all,
    async begin(options) {
      const same = all.find((run) => run.jobId === options.jobId && run.finishedAt === null)
      if (same?.generation === options.generation) return same
      const run = { ...options, id: `r${all.length}`, report: null, verdict: null, startedAt: '', finishedAt: null }
      all.push({ ...run, outcomes: [] })
      return run
    },
    async addOutcome({ runId, position, outcome }) {
      get(runId).outcomes[position] = outcome as never
    },
    async clear(runId) {
      get(runId).outcomes.length = 0
    },
    async finish({ id, ...end }) {
      return Object.assign(get(id), end, { finishedAt: 'now' })
    },
    find: async (id) => get(id) ?? null,
    findBegun: async ({ jobId, generation }) =>
      all.find((run) => run.jobId === jobId && run.generation === generation && run.finishedAt === null) ?? null,
    async list({ served = false, generation } = {}) {
      const runs = all
        .filter(({ finishedAt, verdict, purpose }) => finishedAt && (!served || purpose !== 'gate' || verdict?.passes))
        .filter((run) => generation === undefined || run.generation === generation)
        .reverse()
      return { total: runs.length, runs }
    },
    listOutcomes: async ({ runId }) => [...get(runId).outcomes],
    prune: async () => 0,
  }
}

let questions: GoldenQuestion[]
let runs: ReturnType<typeof createRuns>
let policy: QualityPolicy
let asked: string[]
let answer: (question: string) => ReturnType<typeof createAnswer>
let opened: number

beforeEach(() => {
  questions = [golden('a'), golden('b')]
  runs = createRuns()
  policy = readQualityPolicy(JSON.stringify({ isGateOn: true, least: { correct: 0.9 } }))
  asked = []
  answer = () => right
  opened = 0
})

const control = (change: { now?: () => number } = {}) =>
  createQualityControl({
    ...change,
    questions: {
      listAll: async () => questions.filter(({ isEnabled }) => isEnabled),
      count: async () => ({ enabled: questions.length, all: questions.length }),
    },
    runs,
    getPolicy: async () => policy,
    openIndex: async ({ generationId }) => {
      opened += 1
      return {
        generationId: generationId ?? 'serving',
        configuration: { generator: 'extractive', embedder: 'e', reranker: null, calibration: '11' },
        search: async () => createResponse([{ documentId: 'm1' }]),
        ask: async (question) => {
          asked.push(question)
          return answer(question)
        },
        getText: () => documentText,
        findDocumentId: (name) => (name === 'mountains.md' ? 'm1' : null),
        close: async () => {
          opened -= 1
        },
      }
    },
  })
const embedder = {} as never
const gate = (change: object = {}) =>
  control().judge({ generationId: 'g2', embedder, jobId: 'j', held: null, ...change })

describe('measuring', () => {
  it('puts each question to what serves, and sums up by kind', async () => {
    questions.push(golden('c', { kind: 'none', expects: 'refusal', answers: [], relevant: [] }))
    const progress: unknown[] = []
    const measured = await control().measure({
      jobId: 'j',
      isAsked: true,
      onProgress: ({ questions }) => progress.push(questions),
    })
    expect(measured).toMatchObject({ generation: 'serving', report: { questions: 3, 'mrr@10': 1 } })
    expect(measured.report.correct).toBeCloseTo(2 / 3)
    expect(measured.report.byKind.fact?.correct).toBe(1)
    expect(measured.report.byKind.none?.correct).toBe(0)
    expect(progress.at(-1)).toEqual({ done: 3, total: 3 })
    expect(opened).toBe(0)
  })

  it('goes on behind the last question that was put, and anew when the questions have changed', async () => {
    const stop = new AbortController()
    answer = (question) => {
      if (question.startsWith('b')) stop.abort()
      return right
    }
    await expect(control().measure({ jobId: 'j', isAsked: true, signal: stop.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    expect(asked).toEqual(['aの標高は？', 'bの標高は？'])
    answer = () => right
    await control().measure({ jobId: 'j', isAsked: true })
    expect(asked.slice(2)).toEqual(['bの標高は？'])
    expect(runs.all).toHaveLength(1)
  })

  it('counts the time of all its stretches', async () => {
    const stop = new AbortController()
    answer = (question) => {
      if (question.startsWith('b')) stop.abort()
      return right
    }
    await expect(control().measure({ jobId: 'j', isAsked: true, signal: stop.signal })).rejects.toThrow()
    const first = runs.all[0]?.outcomes[0] as QualityOutcome
    Object.assign(first, { timings: { search: 1_500, ask: 4_000 } })
    let now = 0
    answer = () => {
      now += 2_000
      return right
    }
    expect(await control({ now: () => now }).measure({ jobId: 'j', isAsked: true })).toMatchObject({
      seconds: 7.5,
      report: { seconds: 7.5 },
    })
  })

  it('puts nothing again for a job that was cut off behind its last question', async () => {
    const first = await control().measure({ jobId: 'j', isAsked: true })
    const again = await control().measure({ jobId: 'j', isAsked: true })
    expect(again).toMatchObject({ measured: first.measured, report: first.report })
    expect(asked).toHaveLength(2)
    await control().measure({ jobId: 'j2', isAsked: true })
    expect(asked).toHaveLength(4)
  })

  it('counts a document that is not there any more as not found', async () => {
    questions = [golden('a', { relevant: ['gone.md'] })]
    expect((await control().measure({ jobId: 'j', isAsked: true })).report['mrr@10']).toBe(0)
  })

  it('says so where there is nothing to measure', async () => {
    questions = []
    await expect(control().measure({ jobId: 'j', isAsked: true })).rejects.toMatchObject({
      code: 'GOLDEN_QUESTIONS_NONE',
    })
    expect(await gate()).toBeNull()
    expect(await control().isOn()).toBe(false)
  })
})

describe('the gate', () => {
  it('lets through what reaches the least, and says of what does not by how much', async () => {
    expect(await gate()).toMatchObject({ verdict: { passes: true } })
    answer = () => createAnswer({})
    const held = await gate({ jobId: 'j2' })
    expect(held).toMatchObject({
      verdict: { passes: false, shortfalls: [{ figure: 'correct', value: 0, limit: 0.9 }] },
    })
    expect(held?.description).toBe('correct 0.000, at least 0.900 is asked for')
    expect(runs.all.at(-1)).toMatchObject({ purpose: 'gate', generation: 'g2', verdict: { passes: false } })
  })

  it('compares with the last run that served, on the questions of both', async () => {
    policy = readQualityPolicy(JSON.stringify({ isGateOn: true, mostFall: { correct: 0.2 } }))
    await control().measure({ jobId: 'j', isAsked: true })
    // What is new is wrong, what was there is as it was.
    questions.push(golden('c', { answers: [['nobody says so']] }), golden('d', { answers: [['nor this']] }))
    expect(await gate({ jobId: 'j2' })).toMatchObject({ verdict: { passes: true, beforeRunId: 'r0' } })
    answer = (question) => (question.startsWith('a') ? createAnswer({}) : right)
    const held = await gate({ jobId: 'j3' })
    expect(held).toMatchObject({ verdict: { passes: false, shortfalls: [{ rule: 'fall', value: 0.25, before: 0.5 }] } })
    // The one that was held back is nothing that others are held against.
    answer = () => right
    expect(await gate({ jobId: 'j4' })).toMatchObject({ verdict: { beforeRunId: 'r1' } })
  })

  it('takes what another job has measured of the same, unless the questions have changed', async () => {
    answer = () => createAnswer({})
    const first = await gate()
    const held = { runId: first?.runId ?? '', verdict: first?.verdict }
    asked = []
    expect(await gate({ jobId: 'j2', held })).toMatchObject({ runId: first?.runId, verdict: { passes: false } })
    expect(asked).toEqual([])
    // Loosened rules hold for what was measured.
    policy = readQualityPolicy(JSON.stringify({ isGateOn: true }))
    expect(await gate({ jobId: 'j3', held })).toMatchObject({ verdict: { passes: true } })
    questions = [golden('a', { answers: [['x']] })]
    await gate({ jobId: 'j4', held })
    expect(asked).toEqual(['aの標高は？'])
  })

  it('takes what its own job has measured before it was cut off, and measures anew when it is asked for again', async () => {
    const first = await gate()
    expect(await gate()).toEqual(first)
    expect(asked).toHaveLength(2)
    const again = await gate({ isAgain: true })
    expect(again?.runId).not.toBe(first?.runId)
    expect(asked).toHaveLength(4)
  })

  it('goes on with what was asked for again when that is cut off, whatever was measured before', async () => {
    await gate()
    const stop = new AbortController()
    answer = (question) => {
      if (question.startsWith('b')) stop.abort()
      return right
    }
    await expect(gate({ isAgain: true, signal: stop.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
    asked = []
    const { runId } = (await gate()) ?? {}
    expect(runId).toBe(runs.all[1]?.id)
    expect(asked).toEqual(['bの標高は？'])
  })
})
