import type { Answer } from '@shutten/core'
import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

const made = (total: number, more: Partial<Answer> = {}): Answer => ({
  question: '問い',
  status: 'answered',
  language: 'ja',
  answer: '二十日です。\u0000𠮷[1]',
  confidence: 0.75,
  sentences: [],
  citations: [],
  model: { generator: 'extractive', embedder: 'e', reranker: null },
  generation: 'g1',
  conversationId: null,
  timings: { total },
  ...more,
})
const cite = (documentId: string, start: number) =>
  ({ number: 1, documentId, passageId: 'p', start, end: start + 5 }) as Answer['citations'][number]
const refusal = { status: 'refused' as const, refusal: { reason: 'not-in-sources' as const, nearest: [cite('d1', 0)] } }

export function answerLogRepositorySuite({ open }: SuiteOptions): void {
  it('sums up the answers of a period, lists them, and finds those that quote a document', async () => {
    let now = Date.parse('2026-01-01T00:00:00Z')
    const { conversations, answerLog } = await open({ clock: () => new Date(now) })
    const { id: conversationId } = await conversations.create({ owner: 'o', title: 't' })
    const add = async (question: string, answer: Answer) => {
      now += 60_000
      await conversations.addTurn({ conversationId, id: question, turn: { question, answer } })
    }
    const from = new Date(now + 90_000)
    await add('before', made(9_000, { citations: [cite('d1', 7)] }))
    await add('a', made(100, { citations: [cite('d1', 40), cite('d2', 3)] }))
    await add('b', made(300, refusal))
    await add('c', made(200, { usage: { inputTokens: 50, outputTokens: 7, cost: 0.25 } }))
    await add('d', made(1, { cached: true, citations: [cite('d2', 9)] }))
    await add('hello', made(2, { aside: { kind: 'greeting' } }))
    await add('gone', made(5, { withdrawn: true }))

    expect(await answerLog.summarize({ from })).toEqual({
      answered: 3,
      refused: 1,
      asides: 1,
      cached: 1,
      latency: { median: 200, p95: 300 },
      inputTokens: 50,
      outputTokens: 7,
      cost: 0.25,
    })
    expect(await answerLog.summarize({ from: new Date(now + 1) })).toMatchObject({
      answered: 0,
      latency: null,
      cost: null,
    })

    const { total, answers } = await answerLog.list({ from, limit: 2, offset: 1 })
    expect([total, answers.map(({ question }) => question)]).toEqual([4, ['c', 'b']])
    expect(answers[1]).toMatchObject({ status: 'refused', reason: 'not-in-sources', citations: 0, milliseconds: 300 })
    expect(answers[0]).toMatchObject({
      turnId: 'c',
      reason: null,
      confidence: 0.75,
      askedAt: '2026-01-01T00:04:00.000Z',
    })
    expect(answers[0]?.beginning).toMatch(/^二十日です。/)
    expect((await answerLog.list({ status: 'refused' })).answers.map(({ question }) => question)).toEqual(['b'])

    const citing = await answerLog.listCiting({ documentId: 'd1' })
    expect(citing.map(({ question, spans }) => [question, spans])).toEqual([
      ['a', [{ start: 40, end: 45 }]],
      ['before', [{ start: 7, end: 12 }]],
    ])
    expect(await answerLog.listCiting({ documentId: 'd2', limit: 1 })).toMatchObject([{ question: 'd' }])
  })
}
