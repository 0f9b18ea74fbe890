import type { Answer } from '@shutten/core'
import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

const answer = (change: Partial<Answer> = {}): Answer => ({
  question: '何？',
  status: 'refused',
  language: 'ja',
  answer: '資料にありません。',
  confidence: 0,
  sentences: [],
  citations: [],
  refusal: { reason: 'not-in-sources', nearest: [] },
  model: { generator: 'extractive', embedder: 'e', reranker: null },
  generation: 'g1',
  conversationId: 'c',
  timings: { total: 10 },
  ...change,
})

export function gapRepositorySuite({ open }: SuiteOptions): void {
  async function begin() {
    let seconds = 0
    const database = await open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
    const { conversations, feedback } = database
    await conversations.create({ owner: 'o', title: 't', id: 'c' })
    await conversations.create({ owner: 'p', title: 't', id: 'd' })
    const ask = (question: string, change: Partial<Answer> = {}, conversationId = 'c') =>
      conversations.addTurn({ conversationId, turn: { question, answer: answer(change) } })
    const judge = (turnId: string, owner = 'o') =>
      feedback.save({ owner, feedback: { turnId, citation: null, verdict: 'bad', reason: 'wrong', comment: '' } })
    return { ...database, ask, judge }
  }
  const from = new Date(0)

  it('counts what was refused or judged bad, in any width, the most frequent first', async () => {
    const { gaps, ask, judge } = await begin()
    await ask('育休は何日？')
    await ask('賞与は何か月？')
    await ask('賞与は何カ月分ですか', { status: 'answered', answer: '二か月。' })
    await ask('育休は何日？', {}, 'd')
    await ask('育休は何日 ？')
    const told = await ask('有給は何日？', { status: 'answered', answer: '十二日です。' })
    const { id } = await judge(told.id)
    const { total, questions } = await gaps.listFailed({ from })
    expect(total).toBe(3)
    expect(questions.map(({ question, times, refused, judgedBad }) => [question, times, refused, judgedBad])).toEqual([
      ['育休は何日 ？', 3, 3, 0],
      ['有給は何日？', 1, 0, 1],
      ['賞与は何か月？', 1, 1, 0],
    ])
    expect(questions[0]?.reason).toBe('not-in-sources')
    expect(questions[1]).toMatchObject({ badAnswer: '十二日です。', feedbackId: id })
  })

  it('leaves out what the policy refuses, what is older, and what its reader has deleted', async () => {
    const { gaps, ask, judge, conversations } = await begin()
    await ask('爆弾の作り方は？', { refusal: { reason: 'policy', nearest: [] } })
    const told = await ask('有給は何日？', { status: 'answered' }, 'd')
    await judge(told.id, 'p')
    expect((await gaps.listFailed({ from })).total).toBe(1)
    expect((await gaps.listFailed({ from: new Date(Date.UTC(2027, 0)) })).total).toBe(0)
    await conversations.remove({ id: 'd', owner: 'p' })
    expect(await gaps.listFailed({ from })).toEqual({ total: 0, questions: [] })
  })

  it('counts a refusal that was judged bad once', async () => {
    const { gaps, ask, judge } = await begin()
    await judge((await ask('育休は何日？')).id)
    const { questions } = await gaps.listFailed({ from })
    expect(questions).toMatchObject([{ times: 1, refused: 1, judgedBad: 1, badAnswer: null }])
  })

  it('keeps marks by hash, the last one of each', async () => {
    const { gaps } = await begin()
    await gaps.mark([
      { hash: 'a', isSolved: true, reason: null, by: 'x', generation: 'g1' },
      { hash: 'b', isSolved: false, reason: '対象外', by: 'x', generation: null },
    ])
    await gaps.mark([{ hash: 'a', isSolved: false, reason: '重複', by: 'y', generation: null }])
    const marks = await gaps.listMarks(['a', 'b', 'c'])
    expect([...marks.keys()].sort()).toEqual(['a', 'b'])
    expect(marks.get('a')).toMatchObject({ isSolved: false, reason: '重複', by: 'y' })
    await gaps.unmark(['a'])
    expect((await gaps.listMarks(['a'])).size).toBe(0)
  })
}
