import type { Answer } from '@shutten/core'
import { expect, it } from 'vitest'
import type { SuiteOptions } from './suite-options.js'

const answer = (question: string): Answer => ({
  question,
  status: 'refused',
  language: 'ja',
  answer: '資料にはありません。\u0000𠮷',
  confidence: 0.25,
  sentences: [],
  citations: [],
  refusal: { reason: 'not-in-sources', nearest: [] },
  model: { generator: 'extractive', embedder: 'e', reranker: null },
  generation: 'g1',
  conversationId: null,
  timings: { total: 1.5 },
})

export function conversationRepositorySuite({ open }: SuiteOptions): void {
  it('keeps the turns of a conversation in order, whole', async () => {
    const { conversations } = await open()
    const { id } = await conversations.create({ owner: 'o', title: '基盤モデル' })
    for (let index = 0; index < 12; index += 1)
      await conversations.addTurn({
        conversationId: id,
        turn: { question: `問い${index}`, answer: answer(`問い${index}`) },
      })
    const found = await conversations.find({ id, owner: 'o' })
    expect(found?.title).toBe('基盤モデル')
    expect(found?.turns.map((turn) => turn.question)).toEqual(Array.from({ length: 12 }, (_, index) => `問い${index}`))
    expect(found?.turns[3]?.answer).toEqual(answer('問い3'))
  })

  it('gives the one that is there, and none of another owner', async () => {
    const { conversations } = await open()
    await conversations.create({ owner: 'o', title: 't', id: 'c1' })
    await conversations.addTurn({ conversationId: 'c1', turn: { question: 'q', answer: answer('q') } })
    const again = await conversations.create({ owner: 'o', title: 'another', id: 'c1' })
    expect(again).toMatchObject({ title: 't', turns: [{ question: 'q' }] })
    await expect(conversations.create({ owner: 'p', title: 't', id: 'c1' })).rejects.toMatchObject({
      code: 'CONVERSATION_NOT_FOUND',
    })
    expect(await conversations.find({ id: 'c1', owner: 'p' })).toBeNull()
    await conversations.remove({ id: 'c1', owner: 'p' })
    expect(await conversations.find({ id: 'c1', owner: 'o' })).not.toBeNull()
    await conversations.remove({ id: 'c1', owner: 'o' })
    expect(await conversations.find({ id: 'c1', owner: 'o' })).toBeNull()
    await expect(
      conversations.addTurn({ conversationId: 'c1', turn: { question: 'q', answer: answer('q') } }),
    ).rejects.toMatchObject({ code: 'CONVERSATION_NOT_FOUND' })
  })

  it('lists those of an owner, the last used first', async () => {
    let seconds = 0
    const { conversations } = await open({ clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
    for (const id of ['a', 'b', 'c']) await conversations.create({ owner: 'o', title: id, id })
    await conversations.create({ owner: 'p', title: 'x', id: 'x' })
    await conversations.addTurn({ conversationId: 'a', turn: { question: 'q', answer: answer('q') } })
    expect((await conversations.list({ owner: 'o' })).map((row) => row.id)).toEqual(['a', 'c', 'b'])
    expect(await conversations.list({ owner: 'o', limit: 2 })).toHaveLength(2)
  })
}
