import { describe, expect, it } from 'vitest'
import { maxQuestionLength, parseQuestion } from './question.js'

describe('parseQuestion', () => {
  it('trims and composes', () => {
    expect(parseQuestion('  か\u3099 とは？\n')).toBe('が とは？')
  })

  it.each(['', '   ', '？！…', '\u3000\n'])('refuses %j as empty', (input) => {
    expect(() => parseQuestion(input)).toThrowError(expect.objectContaining({ code: 'QUESTION_EMPTY' }))
  })

  it('refuses 100,000 characters and says how many are taken', () => {
    expect(() => parseQuestion('あ'.repeat(100_000))).toThrowError(
      expect.objectContaining({
        code: 'QUESTION_TOO_LONG',
        message: expect.stringContaining(maxQuestionLength.toLocaleString('en')),
      }),
    )
  })

  it('takes the longest that is allowed', () => {
    expect(parseQuestion('あ'.repeat(maxQuestionLength))).toHaveLength(maxQuestionLength)
  })

  it.each([null, 1, {}, ['a']])('refuses %j as no text', (input) => {
    expect(() => parseQuestion(input)).toThrowError(expect.objectContaining({ code: 'INPUT_INVALID' }))
  })
})
