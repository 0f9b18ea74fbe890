import type { Answer, AnswerEvent } from '@shutten/core'
import { type ChatReply, createChatCompletionsServer } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { createManualClock } from '../fixtures/create-manual-clock.js'
import { createPhraseReader } from '../fixtures/create-phrase-reader.js'
import { makeEmbedder, makeGeneration, serveGeneration } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import { createConfiguredWriter } from '../write/create-configured-writer.js'
import { createAnswerer } from './create-answerer.js'
import { finishAnswer } from './finish-answer.js'

const wanted = '東京タワーの高さは333メートルである。'
const passages = ['天気は晴れである。', wanted, '猫は眠る。'].map((text, i) => makePassage(i, { text }))
const question = '東京タワーの高さは何メートルですか？'
const id = 'openai:stand-in'
/** As a model writes it when it has more to say. */
const first = `${wanted}[2]`
const more = '猫は眠る。[3]そして天気は'

/** An answerer whose language model is a stand-in server, and whose clock only the test moves. */
async function prepare(replies: readonly ChatReply[]) {
  const clock = createManualClock()
  const server = await createChatCompletionsServer({ replies })
  const writer = await createConfiguredWriter({
    name: id,
    apiKey: 'k',
    baseUrl: server.baseUrl,
    prices: { input: 1, output: 10 },
    clock,
  })
  const answerer = createAnswerer({
    generations: serveGeneration(makeGeneration(passages)),
    embedder: makeEmbedder(),
    reader: createPhraseReader('333メートル'),
    writer,
  })
  return { clock, server, answerer }
}

async function collect(events: AsyncIterable<AnswerEvent>): Promise<{ told: string[]; answer: Answer | null }> {
  const told: string[] = []
  let answer: Answer | null = null
  for await (const event of events) {
    if (event.type === 'sentence') told.push(event.sentence.text)
    if (event.type === 'done') answer = event.answer
  }
  return { told, answer }
}

describe('an answer by a language model', () => {
  it('tells who wrote it and what it took', async () => {
    const usage = { inputTokens: 1_000, outputTokens: 100 }
    const { answerer } = await prepare([{ pieces: [first], usage }])
    const answer = await finishAnswer(answerer.ask({ question }))
    expect(answer).toMatchObject({
      status: 'answered',
      answer: `${wanted}[1]`,
      citations: [{ quote: wanted }],
      model: { generator: id },
      usage: { ...usage, cost: 0.002 },
    })
    expect(answer).not.toHaveProperty('warnings')
  })

  it('searches for a follow-up as the model puts it, and counts what both requests took', async () => {
    const usage = { inputTokens: 1_000, outputTokens: 100 }
    const standing = '東京タワーは何メートルですか？'
    const { server, answerer } = await prepare([
      { pieces: ['東京タワーは', '何メートルですか？'], usage },
      { pieces: [first], usage },
    ])
    const before = { question: '東京タワーはどこにありますか？', answer: { answer: '東京にあります。' } as Answer }
    const answer = await finishAnswer(answerer.ask({ question: 'それは何メートルですか？', history: [before] }))
    expect(answer).toMatchObject({
      question: 'それは何メートルですか？',
      rewritten: standing,
      status: 'answered',
      usage: { inputTokens: 2_000, outputTokens: 200, cost: 0.004 },
    })
    expect(JSON.stringify(server.requests[0])).toContain('東京にあります')
    expect(JSON.stringify(server.requests[1])).toContain(`Question: ${standing}`)
  })

  it('goes by rules when the model does not put a follow-up into words', async () => {
    const { answerer } = await prepare([{ status: 401 }])
    const before = { question: '東京タワーはどこにありますか？', answer: { answer: '東京にあります。' } as Answer }
    const answer = await finishAnswer(answerer.ask({ question: 'それは何メートルですか？', history: [before] }))
    expect(answer).not.toHaveProperty('rewritten')
    expect(answer).toMatchObject({ status: 'answered', warnings: [{ code: 'LLM_UNAVAILABLE' }] })
  })

  it.each([
    ['refuses the key', { status: 401 }],
    ['does not know the model', { status: 404 }],
    ['finds the prompt too long', { status: 400, code: 'context_length_exceeded' }],
    ['breaks off before a sentence is whole', { pieces: ['東京タワーの'], ending: 'cut' }],
    ['sends nonsense', { pieces: [], ending: 'nonsense' }],
    ['is stopped by a filter', { pieces: ['東京タワーの'], finishReason: 'content_filter' }],
  ] as const)('is the sources’ own when the model %s, and says so', async (_, reply) => {
    const { answerer } = await prepare([reply])
    const { told, answer } = await collect(answerer.ask({ question }))
    expect(told).toEqual(['333メートルです。', wanted])
    expect(answer).toMatchObject({
      status: 'answered',
      answer: `333メートルです。[1]${wanted}[1]`,
      model: { generator: 'extractive' },
      warnings: [{ code: 'LLM_UNAVAILABLE', notice: expect.stringContaining('言語モデル') }],
    })
  })

  it('is the sources’ own when the model stays busy', async () => {
    const { clock, server, answerer } = await prepare([{ status: 429, headers: { 'retry-after': '2' } }])
    const answering = finishAnswer(answerer.ask({ question }))
    await clock.asked(2_000)
    clock.advance(2_000)
    await clock.asked(2_000, 2)
    clock.advance(2_000)
    expect(await answering).toMatchObject({
      model: { generator: 'extractive' },
      warnings: [{ code: 'LLM_UNAVAILABLE', message: expect.stringContaining('429') }],
    })
    expect(server.requests).toHaveLength(3)
  })

  it('is the sources’ own when the model does not begin in time, and its connection is closed', async () => {
    const { clock, server, answerer } = await prepare(['silence'])
    const answering = finishAnswer(answerer.ask({ question }))
    await server.arrived(1)
    clock.advance(30_000)
    expect(await answering).toMatchObject({
      model: { generator: 'extractive' },
      warnings: [{ code: 'LLM_UNAVAILABLE' }],
    })
    await server.closed(1)
  })

  it('says so in English to an English question', async () => {
    const { answerer } = await prepare([{ status: 401 }])
    const answer = await finishAnswer(answerer.ask({ question: 'How tall is Tokyo Tower?' }))
    expect(answer.language).toBe('en')
    expect(answer.warnings?.[0]?.notice).toMatch(/^The language model/)
  })

  it.each([
    ['ends in the middle', { pieces: [first, more], ending: 'end' }],
    ['comes to its limit', { pieces: [first, more], finishReason: 'length' }],
    ['turns to nonsense', { pieces: [first, more], ending: 'nonsense' }],
  ] as const)('keeps the sentences that were told when the stream %s, and says that it broke off', async (_, reply) => {
    const { answerer } = await prepare([reply])
    const { told, answer } = await collect(answerer.ask({ question }))
    expect(told[0]).toBe(wanted)
    expect(told.join('')).not.toContain('天気')
    expect(answer).toMatchObject({
      status: 'answered',
      answer: expect.stringContaining(`${wanted}[1]`),
      model: { generator: id },
      warnings: [{ code: 'LLM_INTERRUPTED', notice: expect.stringContaining('途中で') }],
    })
  })

  it('keeps the sentences that were told when the connection is lost', async () => {
    const { server, answerer } = await prepare([{ pieces: [first, more], ending: 'hang' }])
    let answer: Answer | null = null
    for await (const event of answerer.ask({ question })) {
      if (event.type === 'sentence') server.cut(1)
      if (event.type === 'done') answer = event.answer
    }
    expect(answer).toMatchObject({
      answer: expect.stringContaining(`${wanted}[1]`),
      model: { generator: id },
      warnings: [{ code: 'LLM_INTERRUPTED', message: expect.stringContaining('broke off') }],
    })
  })

  it('stops the model with its caller', async () => {
    const { server, answerer } = await prepare([{ pieces: [first, more], ending: 'hang' }])
    const abort = new AbortController()
    const told: AnswerEvent[] = []
    const asking = (async () => {
      for await (const event of answerer.ask({ question, signal: abort.signal })) {
        told.push(event)
        if (event.type === 'sentence') abort.abort()
      }
    })()
    await expect(asking).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(told.at(-1)).toMatchObject({ type: 'sentence', sentence: { text: wanted } })
    await server.closed(1)
  })

  it('stops the model when nobody listens any more', async () => {
    const { server, answerer } = await prepare([{ pieces: [first, more], ending: 'hang' }])
    for await (const event of answerer.ask({ question })) if (event.type === 'sentence') break
    await server.closed(1)
  })

  it('passes LangChain’s callbacks on', async () => {
    const { answerer } = await prepare([[first]])
    const tokens: string[] = []
    const callbacks = [{ handleLLMNewToken: (token: string) => void tokens.push(token) }]
    await finishAnswer(answerer.ask({ question, callbacks }))
    expect(tokens.join('')).toBe(first)
  })
})
