import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RerankPassage } from '@shutten/core'
import { expect, onTestFinished, test } from 'vitest'
import { createHttpReranker } from './create-http-reranker.js'
import { createRerankServer, send } from './fixtures/create-rerank-server.js'

const passageOf = (text: string): RerankPassage => ({
  title: '東京タワー',
  headingPath: ['概要', '高さ'],
  text,
  language: 'ja',
})
const passages = ['score=0.25', 'score=0.75', 'score=0.5'].map(passageOf)
const query = '東京タワーの高さは？'

async function setUp(options: Partial<Parameters<typeof createHttpReranker>[0]> = {}) {
  const server = await createRerankServer()
  onTestFinished(() => server.close())
  const waits: number[] = []
  const reranker = createHttpReranker({
    form: 'tei',
    url: server.url,
    apiKey: 'secret-key',
    wait: async (milliseconds) => {
      waits.push(milliseconds)
    },
    ...options,
  })
  return { server, reranker, waits }
}

const text = (score: string) => `東京タワー\n概要 > 高さ\n${score}`
const texts = [text('score=0.25'), text('score=0.75'), text('score=0.5')]

test.each([
  ['cohere', '/v2/rerank', { model: 'm', query, documents: texts, top_n: 3 }],
  ['jina', '/v1/rerank', { model: 'm', query, documents: texts, top_n: 3, return_documents: false }],
  ['tei', '/rerank', { query, texts, raw_scores: false, truncate: true }],
] as const)('%s: sends title, headings and text, and reads the scores', async (form, path, body) => {
  const { server, reranker } = await setUp({ form, model: 'm' })
  const scores = await reranker.rerank({ query, passages })
  expect(scores).toEqual([{ probability: 0.25 }, { probability: 0.75 }, { probability: 0.5 }])
  expect(server.requests).toEqual([expect.objectContaining({ path, body })])
  expect(server.requests[0]?.headers).toMatchObject({
    authorization: 'Bearer secret-key',
    'content-type': 'application/json',
  })
})

test('sends no key where there is none', async () => {
  const { server, reranker } = await setUp({ apiKey: undefined })
  await reranker.rerank({ query, passages })
  expect(server.requests[0]?.headers).not.toHaveProperty('authorization')
})

test('asks TEI for logits where they are wanted, and turns them into probabilities', async () => {
  const { server, reranker } = await setUp({ areLogits: true })
  const scores = await reranker.rerank({ query, passages: ['score=-2', 'score=3'].map(passageOf) })
  expect(server.requests[0]?.body).toMatchObject({ raw_scores: true })
  expect(scores[0]?.probability).toBeCloseTo(0.1192, 4)
  expect(scores[1]?.probability).toBeCloseTo(0.9526, 4)
})

test('sends as many texts at a time as the service takes', async () => {
  const { server, reranker } = await setUp()
  const many = Array.from({ length: 70 }, (_, i) => passageOf(`score=0.${String(i).padStart(2, '0')}`))
  const scores = await reranker.rerank({ query, passages: many })
  expect(server.requests.map(({ body }) => (body.texts as string[]).length)).toEqual([32, 32, 6])
  expect(scores.map((score) => score?.probability)).toEqual(
    many.map((_, i) => Number(`0.${String(i).padStart(2, '0')}`)),
  )
})

test('sends nothing for nothing, and nothing within no time', async () => {
  const { server, reranker } = await setUp()
  expect(await reranker.rerank({ query, passages: [] })).toEqual([])
  expect(await reranker.rerank({ query, passages, budgetMs: 0 })).toEqual([null, null, null])
  expect(server.requests).toEqual([])
})

test('asks a busy service again, after the time that it asks for', async () => {
  const { server, reranker, waits } = await setUp()
  server.answerNext((response) => send(response, 429, { message: 'slow down' }, { 'retry-after': '2' }), 503)
  expect(await reranker.rerank({ query, passages })).toHaveLength(3)
  expect(waits).toEqual([2_000, 500])
  expect(server.requests).toHaveLength(3)
})

test.each([
  [{ budgetMs: 900 }, '1'],
  [{}, '3600'],
])('does not wait longer than it may: %j', async (call, retryAfter) => {
  const { server, reranker, waits } = await setUp()
  server.answerNext((response) => send(response, 429, {}, { 'retry-after': retryAfter }))
  await expect(reranker.rerank({ query, passages, ...call })).rejects.toMatchObject({ code: 'RERANKER_UNAVAILABLE' })
  expect(waits).toEqual([])
})

test.each([
  [429, 3, 'Wait a moment'],
  [503, 3, 'try again later'],
  [500, 1, 'try again later'],
  [401, 1, 'SHUTTEN_RERANKER_API_KEY'],
  [404, 1, 'SHUTTEN_RERANKER_BASE_URL'],
  [413, 1, 'passages'],
  [422, 1, 'model'],
  [424, 1, 'reranker'],
  [301, 1, 'redirects'],
])('status %i is RERANKER_UNAVAILABLE after %i tries, with what to do', async (status, tries, advice) => {
  const { server, reranker } = await setUp()
  server.answerNext(...Array<number>(3).fill(status))
  const error = await reranker.rerank({ query, passages }).then(
    () => null,
    (thrown) => thrown,
  )
  expect(error).toMatchObject({ code: 'RERANKER_UNAVAILABLE', suggestion: expect.stringContaining(advice) })
  expect(error.message).toContain(String(status))
  expect(JSON.stringify(error)).not.toContain('secret-key')
  expect(server.requests).toHaveLength(tries)
})

test.each([
  ['a page', '<html>'],
  ['an answer that is cut off', '[{"index": 0'],
  ['an answer without one of the indices', [{ index: 0, score: 1 }]],
  ['an answer of another form', { results: [] }],
])('%s is RERANKER_UNAVAILABLE', async (_, body) => {
  const { server, reranker } = await setUp()
  server.answerNext((response) => send(response, 200, body))
  await expect(reranker.rerank({ query, passages })).rejects.toMatchObject({
    code: 'RERANKER_UNAVAILABLE',
    suggestion: expect.stringContaining('form'),
  })
})

test('a service that hangs up is RERANKER_UNAVAILABLE', async () => {
  const { server, reranker } = await setUp()
  server.answerNext((response) => response.destroy())
  await expect(reranker.rerank({ query, passages })).rejects.toMatchObject({ code: 'RERANKER_UNAVAILABLE' })
})

test('a refused connection is RERANKER_UNAVAILABLE, with its cause', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  const error = await createHttpReranker({ form: 'tei', url: `http://127.0.0.1:${port}` })
    .rerank({ query, passages })
    .catch((thrown) => thrown)
  expect(error).toMatchObject({ code: 'RERANKER_UNAVAILABLE', message: expect.stringContaining('cannot be reached') })
  expect(error.cause).toBeInstanceOf(Error)
})

test('what is not scored within the budget has no score', async () => {
  const answers = [JSON.stringify([1, 0].map((index) => ({ index, score: 0.5 })))]
  const { reranker } = await setUp({
    batchSize: 2,
    // Answers at once, whatever the machine is busy with, and then never again.
    fetch: async (_, init) => {
      const answer = answers.shift()
      if (answer) return new Response(answer)
      return new Promise((_resolve, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
      })
    },
  })
  const scores = await reranker.rerank({ query, passages, budgetMs: 100 })
  expect(scores).toEqual([{ probability: 0.5 }, { probability: 0.5 }, null])
})

test('a service that does not answer in time is RERANKER_UNAVAILABLE where no budget was set', async () => {
  const { server, reranker } = await setUp({ timeoutMs: 50 })
  server.answerNext(() => {})
  await expect(reranker.rerank({ query, passages })).rejects.toMatchObject({
    code: 'RERANKER_UNAVAILABLE',
    message: expect.stringContaining('50 ms'),
  })
})

test('a signal ends the wait', async () => {
  const { server, reranker } = await setUp()
  const controller = new AbortController()
  server.answerNext(() => controller.abort())
  await expect(reranker.rerank({ query, passages, signal: controller.signal })).rejects.toMatchObject({
    code: 'CANCELLED',
  })
  const { signal } = controller
  await expect(reranker.rerank({ query, passages, signal })).rejects.toMatchObject({ code: 'CANCELLED' })
  expect(server.requests).toHaveLength(1)
})

test('an address is needed where the form has none of its own', () => {
  expect(() => createHttpReranker({ form: 'tei' })).toThrowError(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID' }),
  )
})
