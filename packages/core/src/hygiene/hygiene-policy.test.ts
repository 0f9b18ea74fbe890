import { describe, expect, it } from 'vitest'
import { defaultHygieneActions, parseHygienePolicy } from './hygiene-policy.js'

describe('parseHygienePolicy', () => {
  it('takes defaults for what is not said', () => {
    expect(parseHygienePolicy({})).toEqual({ actions: defaultHygieneActions, keep: [] })
    expect(parseHygienePolicy({ actions: { email: 'mask' }, keep: [' info@shutten.jp '] })).toEqual({
      actions: { ...defaultHygieneActions, email: 'mask' },
      keep: ['info@shutten.jp'],
    })
  })

  it.each([
    [{ actions: { mail: 'mask' } }, 'email'],
    [{ actions: { email: 'hide' } }, 'quarantine'],
    [{ kinds: {} }, 'kinds'],
    [null, 'policy'],
  ])('says what is wrong with %j', (input, words) => {
    expect(() => parseHygienePolicy(input)).toThrowError(
      expect.objectContaining({ code: 'CONFIGURATION_INVALID' }) as Error,
    )
    try {
      parseHygienePolicy(input)
    } catch (error) {
      const { message, suggestion } = error as { message: string; suggestion: string }
      expect(`${message} ${suggestion}`).toContain(words)
    }
  })
})
