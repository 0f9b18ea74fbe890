import type { Answer } from '@shutten/core'
import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

const answer = (question: string): Answer => ({
  question,
  status: 'answered',
  language: 'ja',
  answer: '答え。',
  confidence: 1,
  sentences: [],
  citations: [],
  model: { generator: 'openai:gpt', embedder: 'e', reranker: null },
  generation: 'g1',
  conversationId: 'c',
  usage: { inputTokens: 10, outputTokens: 2, cost: 0.1 },
  timings: {},
})

export function shareRepositorySuite({ open }: SuiteOptions): void {
  it('shows a conversation as it was when its link was made, without what is nobody else’s business', async () => {
    const { conversations, shares } = await open()
    await conversations.create({ owner: 'o', title: '題', id: 'c' })
    const add = (question: string) =>
      conversations.addTurn({ conversationId: 'c', turn: { question, answer: answer(question) } })
    await add('一')
    const made = await shares.save({ conversationId: 'c', owner: 'o' })
    expect(made.token).toMatch(/^[\w-]{43}$/)
    await add('二')
    await conversations.rename({ id: 'c', owner: 'o', title: '別の題' })
    const shown = await shares.find(made.token)
    expect(shown).toMatchObject({ title: '題', turns: [{ question: '一', answer: { answer: '答え。' } }] })
    expect(shown?.turns[0]?.answer).not.toHaveProperty('usage')
    expect(shown?.turns[0]?.answer.conversationId).toBeNull()

    const renewed = await shares.save({ conversationId: 'c', owner: 'o' })
    expect(renewed).toMatchObject({ token: made.token, turns: 2, createdAt: made.createdAt })
    expect((await shares.find(made.token))?.turns).toHaveLength(2)
    expect(await shares.findOf({ conversationId: 'c', owner: 'o' })).toMatchObject({ token: made.token, turns: 2 })
  })

  it('is its owner’s alone to make and to take back; a new link is another one', async () => {
    const { conversations, shares } = await open()
    await conversations.create({ owner: 'o', title: '題', id: 'c' })
    await expect(shares.save({ conversationId: 'c', owner: 'p' })).rejects.toMatchObject({
      code: 'CONVERSATION_NOT_FOUND',
    })
    const { token } = await shares.save({ conversationId: 'c', owner: 'o' })
    expect(await shares.findOf({ conversationId: 'c', owner: 'p' })).toBeNull()
    await shares.remove({ conversationId: 'c', owner: 'p' })
    expect(await shares.find(token)).not.toBeNull()
    await shares.remove({ conversationId: 'c', owner: 'o' })
    expect(await shares.find(token)).toBeNull()
    expect((await shares.save({ conversationId: 'c', owner: 'o' })).token).not.toBe(token)
    await conversations.remove({ id: 'c', owner: 'o' })
    expect(await shares.findOf({ conversationId: 'c', owner: 'o' })).toBeNull()
  })
}
