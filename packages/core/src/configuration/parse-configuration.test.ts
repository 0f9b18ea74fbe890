import { describe, expect, it } from 'vitest'
import { parseConfiguration } from './parse-configuration.js'

describe('parseConfiguration', () => {
  it('needs nothing', () => {
    expect(parseConfiguration({})).toEqual({
      dataFolder: null,
      adminPassword: null,
      secret: null,
      origin: null,
      host: '127.0.0.1',
      port: 3000,
      llm: null,
      answerCache: 200,
      asksPerMinute: 120,
      auditDays: 365,
      guard: null,
      unsupportedSentences: null,
      tracing: null,
      embedder: null,
      reranker: null,
    })
  })

  it('takes an empty variable as unset', () => {
    expect(parseConfiguration({ PORT: '', SHUTTEN_LLM: ' ', SHUTTEN_LLM_BASE_URL: '' })).toEqual(parseConfiguration({}))
  })

  it('reads what is set', () => {
    const configuration = parseConfiguration({
      PORT: '8080',
      HOST: '0.0.0.0',
      SHUTTEN_DATA_DIR: 'somewhere',
      SHUTTEN_LLM: 'ollama:qwen3:4b',
      SHUTTEN_EMBEDDER: 'openai:text-embedding-3-small',
      SHUTTEN_EMBEDDER_DIMENSION: '1536',
    })
    expect(configuration).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      dataFolder: 'somewhere',
      llm: { name: 'ollama:qwen3:4b' },
      embedder: { name: 'openai:text-embedding-3-small', dimension: 1536 },
    })
  })

  it('takes an origin without its path, and a secret that is long enough', () => {
    const secret = 's'.repeat(32)
    expect(parseConfiguration({ SHUTTEN_ORIGIN: 'https://docs.example.jp/x', SHUTTEN_SECRET: secret })).toMatchObject({
      origin: 'https://docs.example.jp',
      secret,
    })
    expect(() => parseConfiguration({ SHUTTEN_SECRET: 'short' })).toThrow('SHUTTEN_SECRET')
    expect(parseConfiguration({ SHUTTEN_LLM: 'none' }).llm).toBe('none')
  })

  it('reads how a language model is asked', () => {
    const configuration = parseConfiguration({
      SHUTTEN_LLM: 'openai:gpt-5-mini',
      SHUTTEN_LLM_CONTEXT_TOKENS: '16384',
      SHUTTEN_LLM_FIRST_TOKEN_MS: '5000',
      SHUTTEN_LLM_TIMEOUT_MS: '60000',
      SHUTTEN_LLM_PRICES: '0.25, 2',
      SHUTTEN_ANSWER_CACHE: '0',
      OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318',
    })
    expect(configuration).toMatchObject({
      llm: { contextTokens: 16_384, firstTokenMs: 5_000, timeoutMs: 60_000, prices: { input: 0.25, output: 2 } },
      answerCache: 0,
      tracing: { endpoint: 'http://127.0.0.1:4318' },
    })
  })

  it('tells no reranker, the bundled one and a service apart', () => {
    expect(parseConfiguration({ SHUTTEN_RERANKER: '' }).reranker).toBeNull()
    expect(parseConfiguration({ SHUTTEN_RERANKER: 'none' }).reranker).toBe('none')
    expect(
      parseConfiguration({ SHUTTEN_RERANKER: 'tei', SHUTTEN_RERANKER_BASE_URL: 'http://127.0.0.1:8080' }).reranker,
    ).toEqual({ name: 'tei', apiKey: undefined, baseUrl: 'http://127.0.0.1:8080' })
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['SHUTTEN_LLM_BASE_URL', 'not a url'],
    ['SHUTTEN_LLM_CONTEXT_TOKENS', '100'],
    ['SHUTTEN_LLM_FIRST_TOKEN_MS', '0'],
    ['SHUTTEN_LLM_TIMEOUT_MS', 'soon'],
    ['SHUTTEN_LLM_PRICES', '0.25'],
    ['SHUTTEN_LLM_PRICES', '0.25,,'],
    ['SHUTTEN_LLM_PRICES', '1,-2'],
    ['SHUTTEN_ANSWER_CACHE', '-1'],
    ['SHUTTEN_ASKS_PER_MINUTE', 'few'],
    ['SHUTTEN_AUDIT_DAYS', '0'],
    ['SHUTTEN_GUARD', 'loose'],
    ['SHUTTEN_UNSUPPORTED', 'keep'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector'],
    ['SHUTTEN_RERANKER_BASE_URL', 'localhost'],
    ['SHUTTEN_ADMIN_PASSWORD', 'short'],
  ])('names the variable that is wrong: %s=%s', (name, value) => {
    expect(() => parseConfiguration({ [name]: value })).toThrowError(
      expect.objectContaining({ code: 'CONFIGURATION_INVALID', message: expect.stringContaining(name) }),
    )
  })
})
