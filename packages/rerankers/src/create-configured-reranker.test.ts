import { expect, test } from 'vitest'
import { createConfiguredReranker } from './create-configured-reranker.js'

test.each([
  { name: 'cohere:rerank-v3.5', apiKey: 'k' },
  { name: 'jina:jina-reranker-v2-base-multilingual', apiKey: 'k' },
  { name: 'jina:org/model:latest', baseUrl: 'http://127.0.0.1:8000/v1' },
  { name: 'tei', baseUrl: 'http://127.0.0.1:8080' },
  { name: 'tei:bge-reranker-v2-m3', baseUrl: 'http://127.0.0.1:8080' },
])('takes $name', (configuration) => {
  expect(createConfiguredReranker(configuration).id).toBe(configuration.name)
})

test.each<[string, string | undefined, string | undefined, string]>([
  ['voyage:rerank-2', 'k', undefined, 'SHUTTEN_RERANKER is'],
  ['cohere', 'k', undefined, 'cohere:model'],
  ['toString', 'k', undefined, 'cohere:model'],
  ['cohere:rerank-v3.5', undefined, undefined, 'no key'],
  ['tei', undefined, undefined, 'address'],
])('refuses %s', (name, apiKey, baseUrl, message) => {
  expect(() => createConfiguredReranker({ name, ...(apiKey && { apiKey }), ...(baseUrl && { baseUrl }) })).toThrowError(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID', message: expect.stringContaining(message) }),
  )
})
