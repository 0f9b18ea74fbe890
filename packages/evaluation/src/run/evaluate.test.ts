import { ShuttenError } from '@shutten/core'
import { describe, expect, test } from 'vitest'
import type { Dataset } from '../dataset/dataset.js'
import { createAnswer, documentText } from '../fixtures/create-answer.js'
import { createResponse } from '../fixtures/create-response.js'
import { type EvaluateOptions, evaluate } from './evaluate.js'

const fuji = '富士山の標高は3,776メートルである。'
const kita = '北岳の標高は3,193メートルである。'

const dataset: Dataset = {
  name: 'mountains',
  questions: [
    {
      id: 'q1',
      kind: 'fact',
      question: '富士山の標高は？',
      relevant: ['mountains'],
      answers: [['3,776']],
      evidence: fuji,
    },
    { id: 'q2', kind: 'fact', question: '北岳の標高は？', relevant: ['mountains'], answers: [['3,193']] },
    { id: 'q3', kind: 'none', question: '海の深さは？', answers: null },
    { id: 'q4', kind: 'none', question: '月の直径は？', answers: null },
    { id: 'q5', question: '南アルプスは？', evidence: '南アルプス' },
  ],
}
const answers: Record<string, ReturnType<typeof createAnswer>> = {
  '富士山の標高は？': createAnswer({ sentences: [['富士山の標高は3,776メートルである。', [1]]], quotes: [fuji] }),
  '北岳の標高は？': createAnswer({
    sentences: [['富士山の標高は3,776メートルである。', [1]]],
    quotes: [fuji, kita.slice(0, 4)],
  }),
  '海の深さは？': createAnswer({}),
  '月の直径は？': createAnswer({ sentences: [['北岳です。', [1]]], quotes: [kita] }),
  '南アルプスは？': createAnswer({ sentences: [['北岳です。', [1]]], quotes: [kita] }),
}
const rankings: Record<string, { documentId: string; text?: string }[]> = {
  '富士山の標高は？': [{ documentId: 'mountains' }],
  '北岳の標高は？': [{ documentId: 'seas' }, { documentId: 'seas' }, { documentId: 'mountains' }],
  '南アルプスは？': [{ documentId: 'mountains', text: 'どちらも南アルプスや' }],
}
const calls: string[] = []
const options: EvaluateOptions = {
  dataset,
  search: async (query, k) => {
    calls.push(`search ${query} ${k}`)
    return createResponse(rankings[query] ?? [])
  },
  ask: async (question) => {
    calls.push(`ask ${question}`)
    return answers[question] ?? createAnswer({})
  },
  getText: () => documentText,
}
const run = async (more: Partial<EvaluateOptions> = {}) => {
  calls.length = 0
  return evaluate({ ...options, ...more })
}

describe('a report', () => {
  test('has the scores that its questions make by hand', async () => {
    const report = await run()
    expect(report).toMatchObject({ dataset: 'mountains', documents: null, questions: 5 })
    expect(report.retrieval['mrr@10']).toBeCloseTo((1 + 1 / 2 + 1) / 3, 12)
    expect(report.retrieval['ndcg@10']).toBeCloseTo((1 + 0.6309297535714575 + 1) / 3, 12)
    expect(report.retrieval['recall@1']).toBeCloseTo(2 / 3, 12)
    expect(report.retrieval['recall@10']).toBe(1)
    expect(report.answers).toEqual({
      correct: 2 / 4,
      correctAnswerable: 1 / 2,
      correctWithRightCitation: 1 / 2,
      citationPrecision: 1 / 3,
      citationRecall: 1,
      quoteExact: 1,
      refusal: { precision: 1, recall: 1 / 2, f1: 2 / 3 },
    })
    expect(report.counts).toEqual({
      retrieval: 3,
      answerable: 2,
      unanswerable: 2,
      answered: 4,
      refused: 1,
      failed: 0,
      citations: 5,
    })
    expect(report.quotedSentences).toEqual({ all: 1, fact: 1.5 })
  })

  test('has each kind for itself, and null for what a kind cannot measure', async () => {
    const { byKind } = await run()
    expect(Object.keys(byKind)).toEqual(['fact', 'none', 'other'])
    expect(byKind.fact).toMatchObject({ questions: 2, retrieval: { 'recall@1': 0.5 }, answers: { correct: 0.5 } })
    expect(new Set(Object.values(byKind.none?.retrieval ?? {}))).toEqual(new Set([null]))
    expect(byKind.none?.answers).toMatchObject({ correct: 0.5, correctAnswerable: null, citationPrecision: null })
    expect(byKind.other?.answers.correct).toBeNull()
  })

  test('tells of each question what came back and what was expected', async () => {
    const { perQuestion } = await run()
    expect(perQuestion[1]).toMatchObject({
      id: 'q2',
      kind: 'fact',
      question: '北岳の標高は？',
      status: 'answered',
      correct: false,
      rank: 2,
      confidence: 0.9,
      answer: '富士山の標高は3,776メートルである。[1]',
      quotes: [fuji, '北岳の標'],
      expected: [['3,193']],
    })
    expect(perQuestion[2]).toMatchObject({ status: 'refused', correct: true, rank: null, expected: null, quotes: [] })
    expect(perQuestion[4]).not.toHaveProperty('expected')
    expect(perQuestion[4]).toMatchObject({ correct: null, rank: 1 })
    for (const { timings } of perQuestion) expect(timings.ask).toBeGreaterThanOrEqual(0)
    expect(perQuestion[2]?.timings.search).toBeNull()
  })

  test('survives JSON unchanged, and its intervals hold its scores', async () => {
    const report = await run()
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    const { low, high } = report.intervals['mrr@10'] ?? { low: 1, high: 0 }
    expect(low).toBeLessThan(report.retrieval['mrr@10'] ?? 0)
    expect(high).toBeGreaterThan(report.retrieval['mrr@10'] ?? 1)
    expect(low).toBeGreaterThanOrEqual(0.5)
    expect(high).toBe(1)
  })

  test('does not depend on the order of the questions', async () => {
    const reversed = { ...dataset, questions: [...dataset.questions].reverse() }
    const [one, other] = [await run(), await run({ dataset: reversed })]
    expect(other.answers).toEqual(one.answers)
    expect(other.retrieval['ndcg@10']).toBeCloseTo(one.retrieval['ndcg@10'] ?? 0, 12)
  })
})

describe('only', () => {
  test('retrieval asks nothing', async () => {
    const report = await run({ only: 'retrieval' })
    expect(calls).toEqual(['search 富士山の標高は？ 10', 'search 北岳の標高は？ 10', 'search 南アルプスは？ 10'])
    expect(report.answers).toMatchObject({ correct: null, quoteExact: null, refusal: { f1: null } })
    expect(report.perQuestion[0]).toMatchObject({ status: null, correct: null, rank: 1 })
    expect(report.latency.ask).toBeNull()
  })

  test('answers searches nothing', async () => {
    const report = await run({ only: 'answers' })
    expect(calls.filter((call) => call.startsWith('search'))).toEqual([])
    expect(report.retrieval['mrr@10']).toBeNull()
    expect(report.answers.correct).toBe(0.5)
  })
})

test('limit and depth are taken, and progress is told', async () => {
  const seen: string[] = []
  const report = await run({
    limit: 2,
    depth: 30,
    documents: 7,
    onProgress: ({ done, total, outcome }) => seen.push(`${done}/${total} ${outcome.id}`),
  })
  expect(report).toMatchObject({ questions: 2, documents: 7 })
  expect(seen).toEqual(['1/2 q1', '2/2 q3'])
  expect(calls[0]).toBe('search 富士山の標高は？ 30')
})

test('without a way to read the texts the exactness of quotes is unknown, not one', async () => {
  const { getText: _, ...rest } = options
  expect((await evaluate(rest)).answers.quoteExact).toBeNull()
})

describe('failures', () => {
  const failure = new ShuttenError({ code: 'MODEL_FAILED', message: 'It failed.', suggestion: 'Try again.' })

  test('of one question are reported with it and count as wrong', async () => {
    const report = await run({
      ask: async (question) => {
        if (question === '海の深さは？') throw failure
        return options.ask(question)
      },
    })
    expect(report.counts.failed).toBe(1)
    expect(report.perQuestion[2]).toMatchObject({
      status: 'failed',
      correct: false,
      error: { code: 'MODEL_FAILED', message: 'It failed.' },
      timings: { ask: null },
    })
    expect(report.answers).toMatchObject({ correct: 1 / 4, refusal: { recall: 0 } })
  })

  test('of a search count as nothing found', async () => {
    const report = await run({
      only: 'retrieval',
      limit: 5,
      search: async (query, k) => {
        if (query === '富士山の標高は？') throw failure
        return options.search(query, k)
      },
    })
    expect(report.retrieval['recall@10']).toBeCloseTo(2 / 3, 12)
    expect(report.perQuestion[0]?.error?.code).toBe('MODEL_FAILED')
  })

  test('of every question are thrown', async () => {
    const fail = async () => {
      throw failure
    }
    await expect(run({ ask: fail })).rejects.toBe(failure)
  })

  test('to be cancelled in the middle gives no report', async () => {
    const controller = new AbortController()
    const cancelled = run({
      signal: controller.signal,
      ask: async (question) => {
        if (question === '海の深さは？') controller.abort()
        return options.ask(question)
      },
    })
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(calls.filter((call) => call.startsWith('ask'))).toHaveLength(3)
  })

  test.each([{ limit: 0 }, { limit: 1.5 }, { depth: 9 }])('%j is refused', async (more) => {
    await expect(run(more)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })
})
