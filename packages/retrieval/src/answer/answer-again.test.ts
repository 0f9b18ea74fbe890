import type { Answer, AnswerEvent, Generation, Turn } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createAnswerCache } from '../cache/create-answer-cache.js'
import { createPhraseReader } from '../fixtures/create-phrase-reader.js'
import { makeEmbedder, makeGeneration } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import type { SynonymSource } from '../synonyms/synonym-source.js'
import type { AnswerWriter } from '../write/answer-writer.js'
import { createAnswerer } from './create-answerer.js'

const wanted = '東京タワーの高さは333メートルである。'
const passages = ['天気は晴れである。', wanted, '猫は眠る。'].map((text, i) => makePassage(i, { text }))
const question = '東京タワーの高さは何メートルですか？'

function prepare(parts: { writer?: AnswerWriter; synonyms?: SynonymSource } = {}) {
  let serving: Generation = makeGeneration(passages)
  let read = 0
  const reader = createPhraseReader('333メートル')
  const answerer = createAnswerer({
    generations: { acquire: async () => ({ generation: serving, release() {} }), close: async () => {} },
    embedder: makeEmbedder(),
    reader: {
      ...reader,
      read(options) {
        read++
        return reader.read(options)
      },
    },
    cache: createAnswerCache({ maxEntries: 10 }),
    ...parts,
  })
  return {
    serve: (generation: Generation) => {
      serving = generation
    },
    /** With how often the reader was asked for it. */
    async ask(options: Parameters<typeof answerer.ask>[0]) {
      const before = read
      const events: AnswerEvent[] = []
      for await (const event of answerer.ask(options)) events.push(event)
      const last = events.at(-1)
      if (last?.type !== 'done') throw new Error('The answer has no end.')
      return { events, answer: last.answer, read: read - before }
    },
  }
}

/** Writes one sentence, and counts how often it was asked. */
function createCountingWriter(): AnswerWriter & { asked: number } {
  return {
    id: 'counting:writer',
    maxPassages: 6,
    asked: 0,
    async *write({ onUsage }) {
      this.asked++
      onUsage?.({ inputTokens: 100, outputTokens: 10, cost: 1 })
      yield `${wanted}[2]`
    },
  }
}

const timeless = ({ timings, ...answer }: Answer) => answer

describe('a question that is asked again', () => {
  it('is answered from the cache, sentence by sentence, and says so', async () => {
    const { ask } = prepare()
    const first = await ask({ question })
    const again = await ask({ question: ` ${question}`, conversationId: 'another' })
    expect(first.answer).not.toHaveProperty('cached')
    expect(again.read).toBe(0)
    expect(timeless(again.answer)).toEqual({ ...timeless(first.answer), conversationId: 'another', cached: true })
    expect(Object.keys(again.answer.timings)).toEqual(['total'])
    const told = (events: AnswerEvent[]) => events.filter(({ type }) => type === 'sentence')
    expect(told(again.events)).toEqual(told(first.events))
    expect(told(again.events)).toHaveLength(2)
  })

  it('is answered anew on a new generation', async () => {
    const { ask, serve } = prepare()
    await ask({ question })
    serve({ ...makeGeneration(passages.slice(0, 1)), id: 'g2' })
    const { answer, read } = await ask({ question })
    expect(read).toBeGreaterThan(0)
    expect(answer).toMatchObject({ generation: 'g2', status: 'refused' })
  })

  it('is another question with other filters, in whatever order they come', async () => {
    const { ask } = prepare()
    await ask({ question })
    expect((await ask({ question, filters: { languages: ['ja'], from: '2020-01-01' } })).read).toBeGreaterThan(0)
    expect((await ask({ question, filters: { from: '2020-01-01', languages: ['ja'] } })).read).toBe(0)
    expect((await ask({ question })).read).toBe(0)
  })

  it('is another question when it is searched for by other names', async () => {
    let names = ['港区の塔']
    const synonyms: SynonymSource = { find: () => names.map((text) => ({ text, start: 0, end: 5 }) as never) }
    const { ask } = prepare({ synonyms })
    await ask({ question })
    expect((await ask({ question })).read).toBe(0)
    names = ['別の塔']
    expect((await ask({ question })).read).toBeGreaterThan(0)
  })

  it('is found by the question that a follow-up stands for', async () => {
    const { ask } = prepare()
    const history = [{ question: '東京タワーとは何ですか？', answer: { answer: '塔である。' } } as Turn]
    const first = await ask({ question: 'その高さは？', history })
    expect((await ask({ question: 'その高さは？', history })).answer).toMatchObject({
      cached: true,
      question: 'その高さは？',
    })
    expect((await ask({ question: 'その高さは？' })).answer).not.toHaveProperty('cached')
    expect(first.answer).not.toHaveProperty('cached')
  })

  it('costs nothing', async () => {
    const writer = createCountingWriter()
    const { ask } = prepare({ writer })
    expect((await ask({ question })).answer.usage).toMatchObject({ cost: 1 })
    const again = await ask({ question })
    expect(again.answer).toMatchObject({ cached: true, model: { generator: writer.id } })
    expect(again.answer).not.toHaveProperty('usage')
    expect(writer.asked).toBe(1)
  })

  it('is written anew for another conversation, since the model is shown what was said before', async () => {
    const writer = createCountingWriter()
    const { ask } = prepare({ writer })
    const history = [{ question: '猫とは？', answer: { answer: '眠る。' } } as Turn]
    await ask({ question })
    expect((await ask({ question, history })).answer).not.toHaveProperty('cached')
    expect((await ask({ question, history })).answer).toMatchObject({ cached: true })
    expect(writer.asked).toBe(2)
  })

  it('is answered anew when something was done without', async () => {
    const down = Object.assign(createCountingWriter(), {
      // biome-ignore lint/correctness/useYield: it fails before.
      async *write() {
        const { ShuttenError } = await import('@shutten/core')
        throw new ShuttenError({ code: 'LLM_UNAVAILABLE', message: 'It is down.', suggestion: 'Start it.' })
      },
    })
    const { ask } = prepare({ writer: down })
    await ask({ question })
    const again = await ask({ question })
    expect(again.answer).not.toHaveProperty('cached')
    expect(again.answer.warnings).toHaveLength(1)
  })
})
