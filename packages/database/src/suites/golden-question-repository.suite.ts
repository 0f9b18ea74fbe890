import type { NewGoldenQuestion } from '@shutten/core'
import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

const golden = (change: Partial<NewGoldenQuestion> = {}): NewGoldenQuestion => ({
  question: 'ＢＥＲＴはいつ発表された？',
  language: 'ja',
  kind: 'fact',
  expects: 'answer',
  answers: [['2018年', '2018']],
  relevant: ['bert'],
  evidence: '2018年にGoogleが発表した',
  isEnabled: true,
  by: '編集',
  ...change,
})
const outcome = (id: string, correct: boolean | null) => ({
  id,
  kind: 'fact',
  question: '？',
  status: 'answered' as const,
  correct,
  rank: 1,
  confidence: 0.9,
  answer: '答え',
  quotes: [],
  citations: [],
  found: [],
  timings: { search: 1, ask: 1 },
  quotedSentences: 1,
  measures: {},
})
const begun = {
  jobId: 'j',
  generation: 'g1',
  purpose: 'asked' as const,
  questions: 3,
  configuration: { generator: 'extractive', embedder: 'e', reranker: null, calibration: '11' },
}

export function goldenQuestionRepositorySuite({ open }: SuiteOptions): void {
  const openTicking = () => {
    let seconds = 0
    return open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
  }

  it('keeps questions, tells what is new from what was changed, and touches nothing that is the same', async () => {
    const { goldenQuestions } = await openTicking()
    const first = await goldenQuestions.save([golden({ id: 'a' }), golden({ id: 'b', expects: 'refusal' })])
    expect(first).toEqual({ added: ['a', 'b'], changed: [], unchanged: [] })
    const kept = await goldenQuestions.find('b')
    expect(kept).toMatchObject({ expects: 'refusal', answers: [], evidence: '2018年にGoogleが発表した' })
    const again = await goldenQuestions.save([
      golden({ id: 'a', by: '他の人' }),
      golden({ id: 'b', kind: 'near-miss' }),
    ])
    expect(again).toEqual({ added: [], changed: ['b'], unchanged: ['a'] })
    expect(await goldenQuestions.find('a')).toMatchObject({ by: '編集' })
    expect(await goldenQuestions.listKinds()).toEqual(['fact', 'near-miss'])
    expect(await goldenQuestions.remove('a')).toBe(true)
    expect(await goldenQuestions.remove('a')).toBe(false)
    expect(await goldenQuestions.count()).toEqual({ enabled: 1, all: 1 })
  })

  it('lets nobody undo what another has changed since', async () => {
    const { goldenQuestions } = await openTicking()
    await goldenQuestions.save([golden({ id: 'a' })])
    const seen = (await goldenQuestions.find('a'))?.updatedAt ?? ''
    const changed = await goldenQuestions.change({ question: { ...golden({ kind: 'x' }), id: 'a' }, seen })
    expect(changed.kind).toBe('x')
    const late = { ...golden({ kind: 'y' }), id: 'a' }
    await expect(goldenQuestions.change({ question: late, seen })).rejects.toMatchObject({
      code: 'GOLDEN_QUESTION_CHANGED',
    })
    await expect(goldenQuestions.change({ question: { ...late, id: 'none' }, seen })).rejects.toMatchObject({
      code: 'GOLDEN_QUESTION_NOT_FOUND',
    })
    expect((await goldenQuestions.find('a'))?.kind).toBe('x')
  })

  it('narrows by kind, language, words in any width, and what the last measurement said', async () => {
    const { goldenQuestions, qualityRuns, jobs } = await openTicking()
    await goldenQuestions.save([
      golden({ id: 'a' }),
      golden({ id: 'b', language: 'en', question: 'When was BERT published?' }),
      golden({ id: 'c', kind: 'list', isEnabled: false }),
      golden({ id: 'd', question: 'CLIPとは？' }),
    ])
    const job = await jobs.create({ kind: 'measure', generation: null })
    const run = await qualityRuns.begin({ ...begun, jobId: job.id })
    for (const [position, one] of [outcome('a', true), outcome('b', false)].entries())
      await qualityRuns.addOutcome({ runId: run.id, position, outcome: one })
    const ids = async (filter: Parameters<typeof goldenQuestions.list>[0]) =>
      (await goldenQuestions.list(filter)).questions.map(({ id }) => id).sort()
    expect(await ids({ state: 'right' })).toEqual([])
    const report = { ...figures, byKind: {}, counts: { answerable: 1, unanswerable: 0, failed: 0 }, seconds: 1 }
    await qualityRuns.finish({ id: run.id, report, verdict: null })
    expect(await ids({ state: 'right' })).toEqual(['a'])
    expect(await ids({ state: 'wrong' })).toEqual(['b'])
    expect(await ids({ state: 'disabled' })).toEqual(['c'])
    expect(await ids({ state: 'unmeasured' })).toEqual(['d'])
    expect(await ids({ query: 'bert' })).toEqual(['a', 'b', 'c'])
    expect(await ids({ query: 'bert', language: 'en' })).toEqual(['b'])
    expect(await ids({ kind: 'list' })).toEqual(['c'])
    // What was said of it was said of another question.
    await goldenQuestions.save([golden({ id: 'a', question: 'BERTは何年に？' })])
    expect(await ids({ state: 'unmeasured' })).toEqual(['a', 'd'])
    expect((await goldenQuestions.list({ limit: 1, offset: 1 })).total).toBe(4)
    expect((await goldenQuestions.listAll()).map(({ id }) => id)).toEqual(['a', 'b', 'd'])
  })
}

const figures = {
  questions: 2,
  correct: 0.5,
  rightCitation: 0.5,
  refusal: { precision: null, recall: null, f1: null },
  'mrr@10': 1,
}

export function qualityRunRepositorySuite({ open }: SuiteOptions): void {
  const report = { ...figures, byKind: {}, counts: { answerable: 2, unanswerable: 0, failed: 0 }, seconds: 2 }

  it('goes on with the unfinished run of a job, and begins anew on another generation', async () => {
    const { qualityRuns } = await open()
    expect(await qualityRuns.findBegun(begun)).toBeNull()
    const first = await qualityRuns.begin(begun)
    expect(await qualityRuns.findBegun(begun)).toEqual(first)
    expect(await qualityRuns.findBegun({ ...begun, generation: 'g2' })).toBeNull()
    await qualityRuns.addOutcome({ runId: first.id, position: 0, outcome: outcome('a', true) })
    const again = await qualityRuns.begin(begun)
    expect(again.id).toBe(first.id)
    expect((await qualityRuns.listOutcomes({ runId: first.id })).map(({ id }) => id)).toEqual(['a'])
    const other = await qualityRuns.begin({ ...begun, generation: 'g2' })
    expect(other.id).not.toBe(first.id)
    expect(await qualityRuns.find(first.id)).toBeNull()
    await qualityRuns.finish({ id: other.id, report, verdict: null })
    expect(await qualityRuns.findBegun({ ...begun, generation: 'g2' })).toBeNull()
    // A finished one is not gone on with.
    expect((await qualityRuns.begin({ ...begun, generation: 'g2' })).id).not.toBe(other.id)
    expect((await qualityRuns.list()).runs.map(({ id }) => id)).toEqual([other.id])
  })

  it('lists the finished ones, newest first, with or without those that the gate held back', async () => {
    const { qualityRuns } = await open()
    const finish = async (generation: string, purpose: 'gate' | 'asked', passes: boolean | null) => {
      const { id } = await qualityRuns.begin({ ...begun, generation, purpose })
      const verdict = passes === null ? null : { passes, shortfalls: [], beforeRunId: null }
      await qualityRuns.finish({ id, report, verdict })
      return id
    }
    const [asked, held, passed] = [
      await finish('g1', 'asked', null),
      await finish('g2', 'gate', false),
      await finish('g3', 'gate', true),
    ]
    expect((await qualityRuns.list()).runs.map(({ id }) => id)).toEqual([passed, held, asked])
    expect((await qualityRuns.list({ served: true })).runs.map(({ id }) => id)).toEqual([passed, asked])
    expect((await qualityRuns.list({ generation: 'g2' })).total).toBe(1)
    expect(await qualityRuns.prune({ keep: 1 })).toBe(2)
    expect((await qualityRuns.list()).runs.map(({ id }) => id)).toEqual([passed])
  })

  it('leaves nothing of a measurement whose job was cancelled or failed', async () => {
    const { qualityRuns, jobs, findLeftovers } = await open()
    for (const end of ['cancel', 'fail'] as const) {
      const job = await jobs.create({ kind: 'measure', generation: null })
      const run = await qualityRuns.begin({ ...begun, jobId: job.id })
      expect(await findLeftovers()).toEqual([])
      if (end === 'cancel') await jobs.cancel(job.id)
      else await jobs.fail(job.id, { code: 'INTERNAL', message: '', suggestion: '' })
      expect(await qualityRuns.find(run.id)).toBeNull()
    }
  })
}
