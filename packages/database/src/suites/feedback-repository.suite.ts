import type { Answer, FeedbackInput } from '@shutten/core'
import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

const citation = (number: number): Answer['citations'][number] => ({
  number,
  documentId: 'd',
  passageId: 'p',
  versionId: 'v',
  title: '題',
  headingPath: [],
  uri: 'file:///d',
  quote: '答え',
  start: 0,
  end: 2,
  score: 1,
  highlights: [],
})
const answer: Answer = {
  question: '何？',
  status: 'answered',
  language: 'ja',
  answer: '答え。[1]',
  confidence: 1,
  sentences: [{ text: '答え。', citations: [1], support: 'supported', score: 1 }],
  citations: [citation(1)],
  model: { generator: 'extractive', embedder: 'e', reranker: null },
  generation: 'g1',
  conversationId: 'c',
  timings: {},
}

export function feedbackRepositorySuite({ open }: SuiteOptions): void {
  async function begin() {
    let seconds = 0
    const database = await open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
    await database.conversations.create({ owner: 'o', title: 't', id: 'c' })
    const { id: turnId } = await database.conversations.addTurn({
      conversationId: 'c',
      turn: { question: '何？', answer },
    })
    const bad: FeedbackInput = { turnId, citation: null, verdict: 'bad', reason: 'wrong', comment: '数が違う' }
    return { ...database, turnId, bad }
  }

  it('keeps one verdict for an answer and each of its citations, which can be changed and taken back', async () => {
    const { feedback, turnId, bad } = await begin()
    const first = await feedback.save({ owner: 'o', feedback: bad })
    expect(first).toMatchObject({ ...bad, conversationId: 'c', question: '何？', answer })
    const good: FeedbackInput = { turnId, citation: null, verdict: 'good', reason: null, comment: '' }
    const changed = await feedback.save({ owner: 'o', feedback: good })
    expect(changed).toMatchObject({ ...good, id: first.id, createdAt: first.createdAt })
    expect(changed.updatedAt > first.updatedAt).toBe(true)
    const ofCitation: FeedbackInput = { ...bad, citation: 1, reason: 'not-supported' }
    await feedback.save({ owner: 'o', feedback: ofCitation })
    expect(await feedback.listOf({ owner: 'o', conversationId: 'c' })).toEqual([good, ofCitation])
    await feedback.remove({ owner: 'o', turnId, citation: null })
    expect(await feedback.listOf({ owner: 'o', conversationId: 'c' })).toEqual([ofCitation])
  })

  it('is refused of what is not there, or not one’s own', async () => {
    const { feedback, turnId, bad } = await begin()
    const notFound = { code: 'TURN_NOT_FOUND' }
    await expect(feedback.save({ owner: 'p', feedback: bad })).rejects.toMatchObject(notFound)
    await expect(feedback.save({ owner: 'o', feedback: { ...bad, turnId: 'none' } })).rejects.toMatchObject(notFound)
    await expect(feedback.save({ owner: 'o', feedback: { ...bad, citation: 2 } })).rejects.toMatchObject(notFound)
    const { id } = await feedback.save({ owner: 'o', feedback: bad })
    await feedback.remove({ owner: 'p', turnId, citation: null })
    expect(await feedback.find(id)).toMatchObject(bad)
    expect(await feedback.listOf({ owner: 'p', conversationId: 'c' })).toEqual([])
  })

  it('is listed newest first, by reason, and shows the turn as it was', async () => {
    const { conversations, feedback, turnId, bad } = await begin()
    const { id: other } = await conversations.addTurn({ conversationId: 'c', turn: { question: '次', answer } })
    await feedback.save({ owner: 'o', feedback: bad })
    await feedback.save({ owner: 'o', feedback: { ...bad, turnId: other, reason: 'outdated' } })
    await feedback.save({ owner: 'o', feedback: { ...bad, turnId: other, citation: 1, verdict: 'good', reason: null } })
    const list = async (options?: Parameters<typeof feedback.list>[0]) => {
      const { total, feedback: rows } = await feedback.list(options)
      return `${total}:${rows.map(({ reason }) => reason ?? '-').join()}`
    }
    expect(await list()).toBe('3:-,outdated,wrong')
    expect(await list({ offset: 1, limit: 1 })).toBe('3:outdated')
    expect(await list({ reason: 'wrong' })).toBe('1:wrong')
    expect(await list({ verdict: 'bad' })).toBe('2:outdated,wrong')
    await conversations.addTurn({
      conversationId: 'c',
      turn: { question: '新', answer },
      replaces: { turnId, lastTurnId: other },
    })
    expect(await list()).toBe('3:-,outdated,wrong')
    expect((await feedback.list({ reason: 'wrong' })).feedback[0]).toMatchObject({ question: '何？', answer })
    expect(await feedback.listOf({ owner: 'o', conversationId: 'c' })).toEqual([])
    await conversations.remove({ id: 'c', owner: 'o' })
    expect(await list()).toBe('0:')
  })
}
