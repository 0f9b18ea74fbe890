import path from 'node:path'
import { type Answer, type AnswerEvent, type Citation, ShuttenError, type Turn } from '@shutten/core'
import { createDatabase } from '@shutten/database'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Answerer } from '../answer/create-answerer.js'
import { createAssistant } from './create-assistant.js'

const identity = { model: { generator: 'extractive', embedder: 'e', reranker: null }, generation: 'g' }
const citation: Citation = {
  number: 1,
  documentId: 'd',
  passageId: 'p',
  versionId: 'v',
  title: '題',
  headingPath: [],
  uri: 'file:///d',
  quote: '一文目。',
  start: 0,
  end: 4,
  score: 1,
  highlights: [],
}
const sentence = { text: '一文目。', citations: [1], support: 'supported', score: 1 } as const

/** Tells one sentence, then the whole; `間` in the question makes it wait in between until it is ended. */
function createTeller(seen: { history: readonly Turn[]; isFresh: boolean | undefined }[]): Answerer {
  return {
    async *ask({ question, history = [], isFresh, conversationId = null, signal }): AsyncGenerator<AnswerEvent> {
      seen.push({ history, isFresh })
      if (question.includes('失敗'))
        throw new ShuttenError({ code: 'INDEX_EMPTY', message: 'Nothing.', suggestion: 'Add some.' })
      yield { type: 'sentence', index: 0, sentence: { ...sentence, citations: [1] }, citations: [citation] }
      if (question.includes('間')) {
        await new Promise<void>((resolve) => {
          if (signal?.aborted) resolve()
          else signal?.addEventListener('abort', () => resolve(), { once: true })
        })
        throw new ShuttenError({ code: 'CANCELLED', message: 'Ended.', suggestion: 'Ask again.' })
      }
      const answer: Answer = {
        question,
        status: 'answered',
        language: 'ja',
        answer: '一文目。[1]',
        confidence: 1,
        sentences: [{ ...sentence, citations: [1] }],
        citations: [citation],
        ...identity,
        conversationId,
        timings: {},
      }
      yield { type: 'done', answer }
    },
  }
}

async function begin() {
  const { conversations, close } = await createDatabase({
    file: path.join(await createTemporaryFolder(), 'shutten.db'),
  })
  onTestFinished(() => close())
  const seen: { history: readonly Turn[]; isFresh: boolean | undefined }[] = []
  const assistant = createAssistant({ answerer: createTeller(seen), conversations, identify: async () => identity })
  const ask = async (options: Omit<Parameters<typeof assistant.ask>[0], 'owner'>) => {
    let done: Extract<AnswerEvent, { type: 'done' }> | null = null
    for await (const event of assistant.ask({ owner: 'o', ...options })) if (event.type === 'done') done = event
    return done as unknown as Extract<AnswerEvent, { type: 'done' }>
  }
  const questions = async (id: string) =>
    (await conversations.find({ id, owner: 'o' }))?.turns.map(({ question }) => question).join()
  return { conversations, assistant, ask, questions, seen }
}

async function collect(events: AsyncIterable<AnswerEvent>): Promise<AnswerEvent[]> {
  const all: AnswerEvent[] = []
  for await (const event of events) all.push(event)
  return all
}

describe('createAssistant', () => {
  it('puts an edited question in the place of the old one and all after it, and answers it by what was before', async () => {
    const { conversations, ask, questions, seen } = await begin()
    const first = await ask({ question: 'すみません、一を教えてください' })
    const id = first.answer.conversationId ?? ''
    const second = await ask({ question: '二', conversationId: id, turnId: 'second' })
    expect(second.turnId).toBe('second')
    const third = await ask({ question: '三', conversationId: id })
    await ask({
      question: '四',
      conversationId: id,
      replaces: { turnId: 'second', lastTurnId: third.turnId ?? '' },
    })
    expect(await questions(id)).toBe('すみません、一を教えてください,四')
    expect(seen.at(-1)?.history.map(({ question }) => question)).toEqual(['すみません、一を教えてください'])
    expect(seen.map(({ isFresh }) => isFresh)).toEqual([false, false, false, true])
    const before = await conversations.find({ id, owner: 'o' })
    await ask({
      question: '零とは何ですか',
      conversationId: id,
      replaces: { turnId: first.turnId ?? '', lastTurnId: before?.turns.at(-1)?.id ?? '' },
    })
    expect(await conversations.find({ id, owner: 'o' })).toMatchObject({
      title: '零とは何ですか',
      turns: [{ question: '零とは何ですか' }],
    })
  })

  it('leaves the conversation as it was when the new answer fails', async () => {
    const { conversations, ask, questions } = await begin()
    const { answer, turnId = '' } = await ask({ question: '一' })
    const id = answer.conversationId ?? ''
    const replaces = { turnId, lastTurnId: turnId }
    await expect(ask({ question: '失敗', conversationId: id, replaces })).rejects.toMatchObject({ code: 'INDEX_EMPTY' })
    await expect(
      ask({ question: '二', conversationId: id, replaces: { turnId: 'none', lastTurnId: turnId } }),
    ).rejects.toMatchObject({ code: 'TURN_NOT_FOUND' })
    expect(await questions(id)).toBe('一')
    await expect(ask({ question: '失敗' })).rejects.toMatchObject({ code: 'INDEX_EMPTY' })
    expect((await conversations.list({ owner: 'o' })).total).toBe(1)
  })

  it('keeps what had come when it is stopped, and nothing when it is cancelled', async () => {
    const { conversations, assistant } = await begin()
    const run = async (options: { stop?: AbortSignal; signal?: AbortSignal }, end: () => void) => {
      const events: AnswerEvent[] = []
      for await (const event of assistant.ask({ owner: 'o', question: '間のある問い', ...options })) {
        events.push(event)
        if (event.type === 'sentence') end()
      }
      return events.at(-1)
    }
    const stop = new AbortController()
    const last = await run({ stop: stop.signal }, () => stop.abort())
    expect(last).toMatchObject({ type: 'done', answer: { stopped: true, answer: '一文目。[1]', ...identity } })
    const { conversations: kept } = await conversations.list({ owner: 'o' })
    const found = await conversations.find({ id: kept[0]?.id ?? '', owner: 'o' })
    expect(found?.turns).toMatchObject([{ question: '間のある問い', answer: { stopped: true, citations: [citation] } }])

    const cancel = new AbortController()
    await expect(run({ signal: cancel.signal }, () => cancel.abort())).rejects.toMatchObject({ code: 'CANCELLED' })
    expect((await conversations.list({ owner: 'o' })).total).toBe(1)
  })

  it.each(['create', 'addTurn'] as const)(
    'tells the answer that the records cannot take, and says so: %s',
    async (step) => {
      const { conversations } = await begin()
      const full = async () => {
        throw new ShuttenError({ code: 'DISK_FULL', message: 'The disk is full.', suggestion: 'Free some space.' })
      }
      const broken = { ...conversations, [step]: full, remove: full }
      const assistant = createAssistant({ answerer: createTeller([]), conversations: broken })
      const events = await collect(assistant.ask({ question: '一', owner: 'o' }))
      expect(events.map(({ type }) => type)).toEqual(['sentence', 'done'])
      const done = events[1] as Extract<AnswerEvent, { type: 'done' }>
      expect(done).not.toHaveProperty('turnId')
      expect(done.answer).toMatchObject({
        answer: '一文目。[1]',
        conversationId: null,
        warnings: [
          { code: 'ANSWER_NOT_KEPT', message: 'DISK_FULL: The disk is full.', suggestion: 'Free some space.' },
        ],
      })
      // Within a conversation that is there, the next question goes on with it.
      const known = await conversations.create({ owner: 'o', title: 't' })
      const again = await collect(assistant.ask({ question: '二', owner: 'o', conversationId: known.id }))
      expect(again.at(-1)).toMatchObject({ type: 'done', answer: { conversationId: known.id } })
    },
  )
})
