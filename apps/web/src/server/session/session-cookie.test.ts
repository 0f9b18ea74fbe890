import { describe, expect, it } from 'vitest'
import { hashOwner } from './hash-owner'
import { createSessionToken, isSecureRequest, isSessionToken } from './session-cookie'

describe('session cookie', () => {
  it('makes tokens it recognises, never the same twice', () => {
    const tokens = Array.from({ length: 50 }, createSessionToken)
    expect(tokens.every(isSessionToken)).toBe(true)
    expect(new Set(tokens).size).toBe(50)
  })
  it.each([undefined, '', 'short', 'a'.repeat(44), `${'a'.repeat(42)}=`])('does not take %j for a token', (value) => {
    expect(isSessionToken(value)).toBe(false)
  })
  it('stores a sha256 in place of the token', () => {
    expect(hashOwner('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
  it('is secure behind a proxy that speaks https', () => {
    expect(isSecureRequest(new Request('http://a/'))).toBe(false)
    expect(isSecureRequest(new Request('http://a/', { headers: { 'x-forwarded-proto': 'https, http' } }))).toBe(true)
    expect(isSecureRequest(new Request('https://a/'))).toBe(true)
  })
})
