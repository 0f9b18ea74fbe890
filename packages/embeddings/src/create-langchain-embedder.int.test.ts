import { OpenAIEmbeddings } from '@langchain/openai'
import { describeEmbedder } from '@shutten/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { createConfiguredEmbedder } from './create-configured-embedder.js'
import { createLangChainEmbedder } from './create-langchain-embedder.js'
import { createEmbeddingsServer, reply } from './fixtures/create-embeddings-server.js'

const dimension = 16

async function start(options: { encodingFormat?: 'float' | 'base64'; expected?: number; maxRetries?: number } = {}) {
  const server = await createEmbeddingsServer({ dimension })
  const embeddings = new OpenAIEmbeddings({
    model: 'test-embedding',
    apiKey: 'secret-key',
    maxRetries: options.maxRetries ?? 0,
    encodingFormat: options.encodingFormat,
    configuration: { baseURL: server.baseURL },
  })
  const embedder = createLangChainEmbedder({
    embeddings,
    id: 'openai/test-embedding',
    limits: {
      maxTokens: 500,
      batchSize: 8,
      dimension: options.expected ?? dimension,
      prefixes: { query: 'q: ', passage: '' },
    },
  })
  return { server, embedder }
}

async function setUp(options: Parameters<typeof start>[0] = {}) {
  const made = await start(options)
  onTestFinished(() => made.server.close())
  return made
}

describe.each(['float', 'base64'] as const)('with %s', (encodingFormat) => {
  describeEmbedder({
    name: 'an OpenAI-compatible service',
    create: async () => {
      const { server, embedder } = await start({ encodingFormat })
      return { ...embedder, close: () => server.close() }
    },
  })
})

test.each([undefined, 'float', 'base64'] as const)('reads the encoding %s', async (encodingFormat) => {
  const plain = await setUp({ encodingFormat: 'float' })
  const { embedder } = await setUp({ encodingFormat })
  const [expected, actual] = await Promise.all([plain.embedder.embedQuery('猫'), embedder.embedQuery('猫')])
  actual.forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i] as number, 5)
  })
})

test('sends batches with the prefix, cut at the limit, and never an empty text', async () => {
  const { server, embedder } = await setUp()
  await embedder.embedQuery('猫')
  await embedder.embedPassages([...Array.from({ length: 8 }, () => '犬'), '', `${'a'.repeat(499)}😀`])
  expect(server.requests.map((request) => [request.input].flat().length)).toEqual([1, 8, 2])
  expect([server.requests[0]?.input].flat()).toEqual(['q: 猫'])
  expect([server.requests[2]?.input].flat()).toEqual([' ', `${'a'.repeat(499)}\ufffd`])
})

test.each([
  [429, 'Wait a moment'],
  [500, 'try again later'],
  [401, 'API key'],
  [404, 'model'],
])('status %i is LLM_UNAVAILABLE with what to do', async (status, advice) => {
  const { server, embedder } = await setUp()
  server.failWith((response) => reply(response, status, { error: { message: 'refused: secret-key', type: 'test' } }))
  for (const call of [() => embedder.embedQuery('猫'), () => embedder.embedPassages(['猫'])]) {
    const error = await call().then(
      () => null,
      (thrown) => thrown,
    )
    expect(error).toMatchObject({ code: 'LLM_UNAVAILABLE', suggestion: expect.stringContaining(advice) })
    expect(error.message).toContain(String(status))
    expect(JSON.stringify(error)).not.toContain('secret-key')
  }
})

test('a service that recovers is tried again by LangChain, unseen', async () => {
  const { server, embedder } = await setUp({ maxRetries: 2, encodingFormat: 'float' })
  let calls = 0
  server.failWith((response) => {
    calls += 1
    if (calls === 1) return reply(response, 500, { error: { message: 'busy' } })
    const embedding = Array.from({ length: dimension }, (_, i) => i)
    reply(response, 200, { data: [{ index: 0, embedding }] })
  })
  expect(await embedder.embedQuery('猫')).toHaveLength(dimension)
  expect(calls).toBe(2)
})

test.each([
  ['is cut off', '{"data": [{"index": 0, "embed'],
  ['is a page', '<html>hello</html>'],
  ['holds no data', '{"ok": true}'],
])('an answer that %s is an error, not a vector', async (_, body) => {
  const { server, embedder } = await setUp()
  server.failWith((response) => reply(response, 200, body))
  const error = await embedder.embedPassages(['猫']).then(
    () => null,
    (thrown) => thrown,
  )
  expect(['LLM_UNAVAILABLE', 'MODEL_FAILED']).toContain(error?.code)
})

test.each([
  ['nothing finite', [null, ...Array(dimension - 1).fill(1)], 'MODEL_FAILED'],
  ['zeros', Array(dimension).fill(0), 'MODEL_FAILED'],
  ['another length', [1, 2, 3], 'VECTOR_DIMENSION_MISMATCH'],
])('a vector of %s is refused', async (_, embedding, code) => {
  const { server, embedder } = await setUp({ encodingFormat: 'float' })
  server.failWith((response) => reply(response, 200, { data: [{ index: 0, embedding }] }))
  await expect(embedder.embedQuery('猫')).rejects.toMatchObject({ code })
  await expect(embedder.embedPassages(['猫'])).rejects.toMatchObject({ code })
})

test('fewer vectors than texts are refused', async () => {
  const { server, embedder } = await setUp({ encodingFormat: 'float' })
  const embedding = Array(dimension).fill(1)
  server.failWith((response) => reply(response, 200, { data: [{ index: 0, embedding }] }))
  const error = await embedder.embedPassages(['猫', '犬']).then(
    () => null,
    (thrown) => thrown,
  )
  expect(['LLM_UNAVAILABLE', 'MODEL_FAILED']).toContain(error?.code)
})

test('a dimension that is not the declared one names both', async () => {
  const { embedder } = await setUp({ expected: 384 })
  await expect(embedder.embedQuery('猫')).rejects.toMatchObject({
    code: 'VECTOR_DIMENSION_MISMATCH',
    message: expect.stringMatching(/16.*384/),
  })
})

test('a service that is not there, or hangs up, is LLM_UNAVAILABLE', async () => {
  const { server, embedder } = await setUp()
  server.failWith((response) => response.destroy())
  await expect(embedder.embedQuery('猫')).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE' })
  const gone = new OpenAIEmbeddings({ apiKey: 'k', maxRetries: 0, configuration: { baseURL: 'http://127.0.0.1:9/v1' } })
  const limits = { maxTokens: 500, batchSize: 8, dimension, prefixes: { query: '', passage: '' } }
  await expect(
    createLangChainEmbedder({ embeddings: gone, id: 'gone', limits }).embedQuery('猫'),
  ).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE' })
})

test('a signal ends the wait for a service that does not answer', async () => {
  const { server, embedder } = await setUp()
  const controller = new AbortController()
  server.failWith(() => controller.abort())
  await expect(embedder.embedQuery('猫', { signal: controller.signal })).rejects.toMatchObject({ code: 'CANCELLED' })
})

test('the embedder that a configuration names learns the dimension of a server that gives floats only', async () => {
  const { server } = await setUp()
  const embedding = Array.from({ length: dimension }, (_, i) => i)
  server.failWith((response) => reply(response, 200, { data: [{ index: 0, embedding }] }))
  const embedder = await createConfiguredEmbedder({ name: 'openai:test', apiKey: 'k', baseUrl: server.baseURL })
  expect(embedder.limits.dimension).toBe(dimension)
  expect(await embedder.embedQuery('猫')).toHaveLength(dimension)
})
