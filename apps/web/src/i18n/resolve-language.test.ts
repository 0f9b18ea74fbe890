import { describe, expect, it } from 'vitest'
import { resolveLanguage } from './resolve-language'

describe('resolveLanguage', () => {
  it('prefers the choice of the reader', () => {
    expect(resolveLanguage({ chosen: 'en', acceptLanguage: 'ja' })).toBe('en')
  })
  it('ignores a choice that is not a language', () => {
    expect(resolveLanguage({ chosen: 'xx', acceptLanguage: 'en-GB' })).toBe('en')
  })
  it('orders by quality, not by position', () => {
    expect(resolveLanguage({ acceptLanguage: 'en;q=0.3, fr, ja-JP;q=0.8' })).toBe('ja')
  })
  it('skips what is refused with q=0', () => {
    expect(resolveLanguage({ acceptLanguage: 'ja;q=0, en;q=0.1' })).toBe('en')
  })
  it('takes the language that is set for the pages before that of the browser, and after the choice of the reader', () => {
    expect(resolveLanguage({ pages: 'ja', acceptLanguage: 'en' })).toBe('ja')
    expect(resolveLanguage({ pages: 'ja', acceptLanguage: 'en', chosen: 'en' })).toBe('en')
    expect(resolveLanguage({ pages: 'browser', acceptLanguage: 'en' })).toBe('en')
  })
  it('falls back to Japanese', () => {
    expect(resolveLanguage({})).toBe('ja')
    expect(resolveLanguage({ acceptLanguage: 'fr, de;q=0.5' })).toBe('ja')
    expect(resolveLanguage({ acceptLanguage: ';;;,q=' })).toBe('ja')
  })
})
