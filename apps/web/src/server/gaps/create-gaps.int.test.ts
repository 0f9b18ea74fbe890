import path from 'node:path'
import type { Answer } from '@shutten/core'
import { createDatabase } from '@shutten/database'
import { clusterQuestions, type Exploration } from '@shutten/retrieval'
import { createTemporaryFolder } from '@shutten/testing'
import { foldText } from '@shutten/text'
import { expect, it, onTestFinished } from 'vitest'
import { createGaps } from './create-gaps'

const answer = (question: string, change: Partial<Answer> = {}): Answer => ({
  question,
  status: 'refused',
  language: 'ja',
  answer: '資料にありません。',
  confidence: 0,
  sentences: [],
  citations: [],
  refusal: { reason: 'not-in-sources', nearest: [] },
  model: { generator: 'extractive', embedder: 'e', reranker: null },
  generation: 'g2',
  conversationId: null,
  timings: { total: 1 },
  ...change,
})
const told: Partial<Answer> = { status: 'answered', answer: '二十日です。[1]' }

/** Real records; questions about one thing point one way. */
async function begin() {
  let seconds = 0
  const file = path.join(await createTemporaryFolder(), 'shutten.db')
  const database = await createDatabase({ file, clock: () => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds++)) })
  onTestFinished(() => database.close())
  const { conversations } = database
  await conversations.create({ owner: 'o', title: 't', id: 'c' })
  const answers = new Map<string, Partial<Answer>>()
  const embedded: string[] = []
  /** Questions whose vectors are waited for. */
  const slow = new Map<string, Promise<void>>()
  const gaps = createGaps({
    gaps: database.gaps,
    embedder: {
      async embedQuery(text) {
        embedded.push(text)
        await slow.get(text)
        return Float32Array.from(text.includes('有給') ? [1, 0] : text.includes('休暇') ? [0.9, 0.4359] : [0, 1])
      },
    },
    cluster: clusterQuestions,
    fold: foldText,
    ask: async (question) => answer(question, answers.get(question)),
    explore: async () => ({ missing: { anywhere: ['休暇'], nearby: [] } }) as unknown as Exploration,
  })
  const ask = (question: string, change: Partial<Answer> = {}) =>
    conversations.addTurn({ conversationId: 'c', turn: { question, answer: answer(question, change) } })
  const from = new Date(0)
  const list = async () => (await gaps.list({ from })).gaps
  return { database, gaps, ask, answers, embedded, slow, from, list }
}

it('groups by meaning, the biggest first, and embeds each question once', async () => {
  const { ask, list, embedded } = await begin()
  await ask('有給は何日？')
  await ask('有給は何日？')
  await ask('休暇は何日？')
  await ask('賞与は？')
  const found = await list()
  expect(found.map(({ question, times, questions }) => [question, times, questions.length])).toEqual([
    ['有給は何日？', 3, 2],
    ['賞与は？', 1, 1],
  ])
  await list()
  expect(embedded).toHaveLength(3)
})

it('gives what is grouped once it has waited long enough, and the rest when that is embedded', async () => {
  const { ask, gaps, slow, from } = await begin()
  let embed = () => {}
  slow.set('休暇は何日？', new Promise((resolve) => (embed = resolve)))
  for (const question of ['有給は何日？', '有給は何日？', '有給の日数は？', '休暇は何日？']) await ask(question)
  const early = await gaps.list({ from, patienceMs: 0 })
  expect(early.gaps.map(({ question, isWhole }) => [question, isWhole])).toEqual([
    ['有給は何日？', false],
    ['休暇は何日？', false],
    ['有給の日数は？', false],
  ])
  expect(early.ungrouped).toBe(2)
  expect((await gaps.get({ id: early.gaps[1]?.id ?? '', from, patienceMs: 0 })).question).toBe('休暇は何日？')
  embed()
  const late = await gaps.list({ from })
  expect(late).toMatchObject({ gaps: [{ question: '有給は何日？', times: 4, isWhole: true }], ungrouped: 0 })
})

it('asks a model again that was down', async () => {
  const { ask, gaps, slow, from } = await begin()
  await ask('有給は何日？')
  slow.set('有給は何日？', Promise.reject(new Error('down')))
  await expect(gaps.list({ from })).rejects.toThrow('down')
  await expect(gaps.list({ from, patienceMs: 60_000 })).rejects.toThrow('down')
  slow.clear()
  expect((await gaps.list({ from, patienceMs: 60_000 })).ungrouped).toBe(0)
})

it('is solved only where all that is asked again is answered, and says what is missing otherwise', async () => {
  const { ask, answers, gaps, from, list } = await begin()
  await ask('有給は何日？')
  await ask('休暇は何日？')
  const [gap] = await list()
  const asked = { id: gap?.id ?? '', from, by: '編集' }
  answers.set('有給は何日？', told)
  const first = await gaps.solve(asked)
  expect(first.isSolved).toBe(false)
  expect(first.trials.find(({ isSolved }) => !isSolved)).toMatchObject({
    question: '休暇は何日？',
    missing: { anywhere: ['休暇'] },
  })
  expect((await list())[0]?.state).toBe('open')
  answers.set('休暇は何日？', told)
  expect(await gaps.solve(asked)).toMatchObject({ isSolved: true })
  const [solved] = await list()
  expect(solved).toMatchObject({ state: 'solved', questions: [{ mark: { by: '編集', generation: 'g2' } }, {}] })
  // Somebody asks in vain again.
  await ask('有給は何日？')
  expect((await list())[0]?.state).toBe('open')
})

it('takes the words that were judged bad for no solution', async () => {
  const { database, ask, answers, gaps, from, list } = await begin()
  const { id: turnId } = await ask('有給は何日？', told)
  await database.feedback.save({
    owner: 'o',
    feedback: { turnId, citation: null, verdict: 'bad', reason: 'outdated', comment: '' },
  })
  const [gap] = await list()
  answers.set('有給は何日？', told)
  const again = { id: gap?.id ?? '', from, by: 'x' }
  expect(await gaps.solve(again)).toMatchObject({ isSolved: false, trials: [{ isSameAnswer: true }] })
  answers.set('有給は何日？', { ...told, answer: '十五日です。[1]' })
  expect(await gaps.solve(again)).toMatchObject({ isSolved: true })
})

it('is put aside with a reason and taken back, and keeps nothing of what readers delete', async () => {
  const { database, ask, gaps, from, list } = await begin()
  await ask('賞与は？')
  const id = (await list())[0]?.id ?? ''
  await gaps.dismiss({ id, from, by: 'x', reason: '対象外' })
  expect((await list())[0]).toMatchObject({ state: 'dismissed', questions: [{ mark: { reason: '対象外' } }] })
  await gaps.reopen({ id, from })
  expect((await list())[0]?.state).toBe('open')
  await database.conversations.removeAll({ owner: 'o' })
  expect(await list()).toEqual([])
  await expect(gaps.get({ id, from })).rejects.toMatchObject({ code: 'GAP_NOT_FOUND' })
})
