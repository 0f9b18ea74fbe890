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
    const ids = async (options: { limit?: number; offset?: number } = {}) => {
      const { total, conversations: rows } = await conversations.list({ owner: 'o', ...options })
      expect(total).toBe(3)
      return rows.map((row) => row.id).join('')
    }
    expect(await ids()).toBe('acb')
    expect(await ids({ limit: 2 })).toBe('ac')
    expect(await ids({ limit: 2, offset: 2 })).toBe('b')
    expect(await ids({ offset: 9 })).toBe('')
    await conversations.pin({ id: 'b', owner: 'o', isPinned: true })
    expect(await ids()).toBe('bac')
    await conversations.pin({ id: 'b', owner: 'o', isPinned: false })
    expect(await ids()).toBe('acb')
    await expect(conversations.pin({ id: 'b', owner: 'p', isPinned: true })).rejects.toMatchObject({
      code: 'CONVERSATION_NOT_FOUND',
    })
  })

  it('finds words in titles, questions and answers, whatever their width and case', async () => {
    const { conversations } = await open()
    const put = async (id: string, title: string, question: string) => {
      await conversations.create({ owner: 'o', title, id })
      await conversations.addTurn({ conversationId: id, turn: { question, answer: answer(question) } })
    }
    await put('a', '基盤モデル', 'ＢＥＲＴのパラメータ数は？')
    await put('b', 'Transformer', '100%の_確率')
    const ids = async (query: string) => {
      const { total, conversations: rows } = await conversations.list({ owner: 'o', query })
      expect(total).toBe(rows.length)
      return rows
        .map((row) => row.id)
        .sort()
        .join('')
    }
    expect(await ids('bert')).toBe('a')
    expect(await ids('ﾊﾟﾗﾒｰﾀ')).toBe('a')
    expect(await ids('ＴＲＡＮＳ')).toBe('b')
    expect(await ids('資料には')).toBe('ab')
    expect(await ids('資料には　モデル')).toBe('a')
    expect(await ids('%')).toBe('b')
    expect(await ids("' OR 1=1")).toBe('')
    expect(await ids('無い語')).toBe('')
    expect((await conversations.list({ owner: 'p', query: 'bert' })).total).toBe(0)
    await conversations.rename({ id: 'b', owner: 'o', title: '注意機構' })
    expect(await ids('trans')).toBe('')
    expect(await ids('注意')).toBe('b')
    await expect(conversations.rename({ id: 'b', owner: 'p', title: 'x' })).rejects.toMatchObject({
      code: 'CONVERSATION_NOT_FOUND',
    })
  })

  it('puts a turn in the place of another and all after it, unless more came since', async () => {
    const { conversations } = await open()
    await conversations.create({ owner: 'o', title: 't', id: 'c' })
    const add = (question: string, options: { id?: string; replaces?: { turnId: string; lastTurnId: string } } = {}) =>
      conversations.addTurn({ conversationId: 'c', turn: { question, answer: answer(question) }, ...options })
    const questions = async () =>
      (await conversations.find({ id: 'c', owner: 'o' }))?.turns.map(({ question }) => question).join('')
    await add('一')
    const second = await add('二')
    const third = await add('三', { id: 'third' })
    expect(third.id).toBe('third')
    await expect(add('四', { replaces: { turnId: second.id, lastTurnId: second.id } })).rejects.toMatchObject({
      code: 'CONVERSATION_CHANGED',
    })
    expect(await questions()).toBe('一二三')
    const fourth = await add('四', { replaces: { turnId: second.id, lastTurnId: third.id } })
    expect(await questions()).toBe('一四')
    await expect(add('五', { replaces: { turnId: second.id, lastTurnId: fourth.id } })).rejects.toMatchObject({
      code: 'TURN_NOT_FOUND',
    })
    await add('五')
    expect(await questions()).toBe('一四五')
    expect(await conversations.findTurn({ id: fourth.id, owner: 'o' })).toMatchObject({
      conversationId: 'c',
      turn: { question: '四' },
    })
    expect(await conversations.findTurn({ id: fourth.id, owner: 'p' })).toBeNull()
  })

  it('keeps what a question was narrowed to', async () => {
    const { conversations } = await open()
    const { id } = await conversations.create({ owner: 'o', title: 't' })
    const filters = { tags: ['機械学習'] }
    await conversations.addTurn({ conversationId: id, turn: { question: 'q', answer: answer('q'), filters } })
    await conversations.addTurn({ conversationId: id, turn: { question: 'q', answer: answer('q') } })
    const turns = (await conversations.find({ id, owner: 'o' }))?.turns
    expect(turns?.map((turn) => turn.filters)).toEqual([filters, null])
  })

  it('removes all of one owner for good', async () => {
    const { conversations, shares, feedback } = await open()
    const { id } = await conversations.create({ owner: 'o', title: 't' })
    const turn = await conversations.addTurn({ conversationId: id, turn: { question: 'q', answer: answer('q') } })
    await conversations.create({ owner: 'o', title: 'u' })
    await conversations.create({ owner: 'p', title: 'v' })
    const { token } = await shares.save({ conversationId: id, owner: 'o' })
    const said = { turnId: turn.id, citation: null, verdict: 'good', reason: null, comment: '' } as const
    await feedback.save({ owner: 'o', feedback: said })
    expect(await conversations.removeAll({ owner: 'o' })).toBe(2)
    expect((await conversations.list({ owner: 'o' })).total).toBe(0)
    expect((await conversations.list({ owner: 'p' })).total).toBe(1)
    expect(await conversations.findTurn({ id: turn.id, owner: 'o' })).toBeNull()
    expect(await shares.find(token)).toBeNull()
    expect((await feedback.list()).total).toBe(0)
  })

  it('gives all of one owner to another, and no more', async () => {
    const { conversations } = await open()
    for (const [id, owner] of ['ao', 'bo', 'cp', 'dq'].map((pair) => [pair, pair.slice(1)] as const))
      await conversations.create({ owner, title: id, id })
    await conversations.pin({ id: 'ao', owner: 'o', isPinned: true })
    expect(await conversations.transfer({ from: 'o', to: 'p' })).toBe(2)
    expect(await conversations.transfer({ from: 'o', to: 'p' })).toBe(0)
    expect((await conversations.list({ owner: 'o' })).total).toBe(0)
    const { conversations: moved } = await conversations.list({ owner: 'p' })
    expect(moved.map(({ id }) => id).sort()).toEqual(['ao', 'bo', 'cp'])
    expect(moved[0]?.pinnedAt).not.toBeNull()
    expect((await conversations.list({ owner: 'q' })).total).toBe(1)
  })

  it('counts and removes those that were last used before a time, the oldest first', async () => {
    let now = new Date('2026-01-01T00:00:00Z')
    const { conversations } = await open({ clock: () => now })
    const begin = (id: string) => conversations.create({ owner: 'o', title: id, id })
    await begin('c1')
    const turn = { question: 'q', answer: answer('q') }
    await conversations.addTurn({ conversationId: 'c1', turn })
    now = new Date('2026-01-02T00:00:00Z')
    await begin('c2')
    await begin('c3')
    now = new Date('2026-01-05T00:00:00Z')
    await conversations.addTurn({ conversationId: 'c3', turn })
    const before = new Date('2026-01-03T00:00:00Z')
    expect(await conversations.countOlder(before)).toBe(2)
    expect(await conversations.removeOlder({ before, limit: 1 })).toBe(1)
    expect(await conversations.find({ id: 'c1', owner: 'o' })).toBeNull()
    expect(await conversations.removeOlder({ before, limit: 10 })).toBe(1)
    expect(await conversations.removeOlder({ before, limit: 10 })).toBe(0)
    expect((await conversations.list({ owner: 'o' })).conversations.map(({ id }) => id)).toEqual(['c3'])
  })
}
