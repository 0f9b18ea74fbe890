import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import { ShuttenError } from '@shutten/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAnswerer } from '../answer/create-answerer.js'
import { finishAnswer } from '../answer/finish-answer.js'
import { createAnswerCache } from '../cache/create-answer-cache.js'
import { createPhraseReader } from '../fixtures/create-phrase-reader.js'
import { makeEmbedder, makeGeneration, serveGeneration } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import type { AnswerWriter } from '../write/answer-writer.js'

const wanted = '東京タワーの高さは333メートルである。'
const question = '東京タワーの高さは何メートルですか？'
const passages = ['天気は晴れである。', wanted].map((text, i) => makePassage(i, { text }))

const writer: AnswerWriter = {
  id: 'stand-in:writer',
  maxPassages: 6,
  async *write({ onUsage }) {
    yield `${wanted}[2]`
    onUsage?.({ inputTokens: 100, outputTokens: 10 })
  },
}

const down: AnswerWriter = {
  ...writer,
  // biome-ignore lint/correctness/useYield: it fails before.
  async *write() {
    throw new ShuttenError({ code: 'LLM_UNAVAILABLE', message: `No answer to ${question}`, suggestion: 'Wait.' })
  },
}

const exporter = new InMemorySpanExporter()

beforeEach(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  trace.setGlobalTracerProvider(new TracerProvider({ spanProcessors: [new SimpleSpanProcessor({ exporter })] }))
})
afterEach(() => {
  exporter.reset()
  trace.disable()
  context.disable()
})

function prepare(parts: { writer?: AnswerWriter | null } = {}) {
  return createAnswerer({
    generations: serveGeneration(makeGeneration(passages)),
    embedder: makeEmbedder(),
    reader: createPhraseReader('333メートル'),
    reranker: { id: 'given', rerank: async ({ passages: given }) => given.map(() => ({ probability: 0.5 })) },
    cache: createAnswerCache({ maxEntries: 10 }),
    ...parts,
  })
}

/** `parent > child` of each span. */
function paths(spans: readonly ReadableSpan[]): Set<string> {
  const byId = new Map(spans.map((span) => [span.spanContext().spanId, span]))
  const pathOf = (span: ReadableSpan): string => {
    const parent = byId.get(span.parentSpanContext?.spanId ?? '')
    const name = span.name.replace('shutten.', '')
    return parent ? `${pathOf(parent)} > ${name}` : name
  }
  return new Set(spans.map(pathOf))
}

const spanOf = (name: string) => exporter.getFinishedSpans().find((span) => span.name === `shutten.${name}`)

describe('the trace of an answer', () => {
  it('has a span for each step, beneath that of the answer', async () => {
    await finishAnswer(prepare({ writer }).ask({ question }))
    expect(paths(exporter.getFinishedSpans())).toEqual(
      new Set([
        'ask',
        'ask > understand',
        'ask > retrieve',
        'ask > retrieve > rerank',
        'ask > judge',
        'ask > judge > read',
        'ask > write',
        'ask > verify',
      ]),
    )
    expect(spanOf('ask')?.attributes).toMatchObject({
      'shutten.generation': 'g1',
      'shutten.status': 'answered',
      'shutten.confidence': expect.any(Number),
      'shutten.sentences': 1,
      'gen_ai.request.model': writer.id,
    })
    expect(spanOf('retrieve')?.attributes).toMatchObject({ 'shutten.k': 8, 'shutten.passages': 2 })
    expect(spanOf('write')?.attributes).toMatchObject({ 'gen_ai.usage.input_tokens': 100 })
  })

  it('holds no text of the question, of a passage or of the answer', async () => {
    const answerer = prepare({ writer: down })
    await finishAnswer(answerer.ask({ question }))
    await expect(finishAnswer(answerer.ask({ question: '？' }))).rejects.toMatchObject({ code: 'QUESTION_EMPTY' })
    const told = exporter.getFinishedSpans().map(({ attributes, events, status }) => ({ attributes, events, status }))
    expect(told.length).toBeGreaterThan(5)
    expect(JSON.stringify(told)).not.toMatch(/東京|メートル|天気|No answer/)
  })

  it('tells what failed by its code', async () => {
    await finishAnswer(prepare({ writer: down }).ask({ question }))
    expect(spanOf('write')?.attributes['error.type']).toBe('LLM_UNAVAILABLE')
    expect(spanOf('ask')?.attributes['shutten.warnings']).toEqual(['LLM_UNAVAILABLE'])
    expect(spanOf('ask')?.status.code).toBe(0)
  })

  it('tells an answer that was given again', async () => {
    const answerer = prepare()
    await finishAnswer(answerer.ask({ question }))
    exporter.reset()
    await finishAnswer(answerer.ask({ question }))
    expect(paths(exporter.getFinishedSpans())).toEqual(new Set(['ask', 'ask > understand']))
    expect(spanOf('ask')?.attributes).toMatchObject({ 'shutten.cached': true, 'shutten.status': 'answered' })
  })

  it('ends with a caller that leaves', async () => {
    for await (const event of prepare({ writer }).ask({ question })) if (event.type === 'sentence') break
    expect([...paths(exporter.getFinishedSpans())]).toEqual(
      expect.arrayContaining(['ask', 'ask > write', 'ask > verify']),
    )
  })

  it('stands beneath the span of its caller', async () => {
    const outer = trace.getTracer('test').startSpan('request')
    await context.with(trace.setSpan(context.active(), outer), () => finishAnswer(prepare().ask({ question })))
    outer.end()
    expect(spanOf('ask')?.parentSpanContext?.spanId).toBe(outer.spanContext().spanId)
  })
})
