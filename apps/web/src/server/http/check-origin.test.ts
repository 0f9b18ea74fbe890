import { describe, expect, it } from 'vitest'
import { checkOrigin } from './check-origin'

const request = (headers: Record<string, string>, method = 'POST') =>
  new Request('http://127.0.0.1:3000/api/v1/reindex', { method, headers: { host: 'docs.example', ...headers } })

describe('checkOrigin', () => {
  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    // A proxy may change the host that Origin would be held against; Sec-Fetch-Site is the browser's own word.
    { 'sec-fetch-site': 'same-origin', origin: 'https://elsewhere.example' },
    { origin: 'https://docs.example' },
    { origin: 'https://public.example', 'x-forwarded-host': 'public.example, docs.example' },
    {},
  ])('lets %o pass', (headers) => {
    expect(() => checkOrigin(request(headers))).not.toThrow()
  })
  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://docs.example' },
    { origin: 'https://evil.example' },
    { origin: 'https://docs.example.evil.example' },
    { origin: 'https://docs.example:8443' },
    { origin: 'https://evil.example', 'x-forwarded-host': 'public.example' },
    { origin: 'null' },
  ])('refuses %o', (headers) => {
    expect(() => checkOrigin(request(headers))).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }))
  })
  it('leaves reading alone', () => {
    expect(() => checkOrigin(request({ 'sec-fetch-site': 'cross-site' }, 'GET'))).not.toThrow()
  })
})
