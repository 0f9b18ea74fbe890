import { describe, expect, it } from 'vitest'
import { findRelyingParty } from './find-relying-party'

const find = (headers: Record<string, string>, configured: string | null = null) =>
  findRelyingParty({ headers: new Headers(headers), configured })

describe('findRelyingParty', () => {
  it.each([
    [{ origin: 'https://docs.example.jp', host: 'docs.example.jp' }, 'docs.example.jp'],
    [{ origin: 'https://docs.example.jp:8443', host: 'docs.example.jp:8443' }, 'docs.example.jp'],
    [{ origin: 'http://localhost:3000', host: 'localhost:3000' }, 'localhost'],
    [
      { origin: 'https://docs.example.jp', host: '10.0.0.3:3000', 'x-forwarded-host': 'docs.example.jp, b' },
      'docs.example.jp',
    ],
  ])('takes the host that %j came from', (headers, id) => {
    expect(find(headers)).toEqual({ id, origin: headers.origin })
  })

  it.each([
    [{ host: 'docs.example.jp' }, 'does not say'],
    [{ origin: 'null', host: 'docs.example.jp' }, 'does not say'],
    [{ origin: 'https://evil.example', host: 'docs.example.jp' }, 'another host'],
    [{ origin: 'http://docs.example.jp', host: 'docs.example.jp' }, 'HTTPS'],
    [{ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, 'address'],
    [{ origin: 'https://[::1]:3000', host: '[::1]:3000' }, 'address'],
    [{ origin: 'http://localhost.evil.example', host: 'localhost.evil.example' }, 'HTTPS'],
  ])('refuses %j', (headers, words) => {
    expect(() => find(headers as Record<string, string>)).toThrow(words)
  })

  it('goes by what is configured, whatever the proxy calls the host', () => {
    const configured = 'https://docs.example.jp'
    expect(find({ origin: configured, host: 'web:3000' }, configured).id).toBe('docs.example.jp')
    expect(() => find({ origin: 'https://other.example', host: 'other.example' }, configured)).toThrow(configured)
  })
})
