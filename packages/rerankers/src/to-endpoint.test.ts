import { expect, test } from 'vitest'
import { toEndpoint } from './to-endpoint.js'

test.each([
  ['https://api.cohere.com', 'https://api.cohere.com/v2/rerank'],
  ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/v2/rerank'],
  ['https://gateway.example/cohere', 'https://gateway.example/cohere/v2/rerank'],
  ['http://127.0.0.1:8000/v1', 'http://127.0.0.1:8000/v1/rerank'],
  ['http://127.0.0.1:8000/v1/', 'http://127.0.0.1:8000/v1/rerank'],
  ['http://127.0.0.1:8000/custom/rerank', 'http://127.0.0.1:8000/custom/rerank'],
  ['https://gateway.example/v1/rerank?tenant=1', 'https://gateway.example/v1/rerank?tenant=1'],
])('%s is asked at %s', (url, endpoint) => {
  expect(toEndpoint({ url, path: '/v2/rerank' })).toBe(endpoint)
})
