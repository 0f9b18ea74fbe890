import type { Turn } from '@shutten/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePassage } from '../fixtures/make-passage.js'
import { fitPrompt } from './fit-prompt.js'

const countTokens = (text: string) => text.length
const passages = (count: number, length: number) =>
  Array.from({ length: count }, (_, i) => makePassage(i, { text: 'あ'.repeat(length) }))
const turns = (count: number, length: number) =>
  Array.from({ length: count }, (_, i) => ({ question: `問${i}`, answer: { answer: 'い'.repeat(length) } }) as Turn)
const fit = (options: Partial<Parameters<typeof fitPrompt>[0]>) =>
  fitPrompt({
    question: 'これは？',
    passages: [],
    history: [],
    contextTokens: 100_000,
    answerTokens: 500,
    countTokens,
    ...options,
  })

describe('fitPrompt', () => {
  it('takes all that fits, and of the history the last three turns', () => {
    const history = turns(5, 10)
    const fitted = fit({ passages: passages(6, 100), history })
    expect(fitted?.passages).toHaveLength(6)
    expect(fitted?.history).toEqual(history.slice(-3))
  })

  it('drops the last passages, then the oldest turns, then passages again', () => {
    const given = { passages: passages(6, 500), history: turns(3, 500) }
    const shapes = new Set<string>()
    for (let contextTokens = 8_000; contextTokens > 500; contextTokens -= 100) {
      const fitted = fit({ ...given, contextTokens })
      if (fitted) {
        expect(fitted.passages).toEqual(given.passages.slice(0, fitted.passages.length))
        expect(fitted.history).toEqual(given.history.slice(given.history.length - fitted.history.length))
        shapes.add(`${fitted.passages.length}+${fitted.history.length}`)
      }
    }
    expect([...shapes]).toEqual(['6+3', '5+3', '4+3', '3+3', '2+3', '2+2', '2+1', '2+0', '1+0'])
  })

  it('gives nothing where the question does not fit with a passage', () => {
    expect(fit({ question: 'う'.repeat(4_000), passages: passages(1, 10), contextTokens: 4_096 })).toBeNull()
  })

  it('keeps within the window', () => {
    fc.assert(
      fc.property(
        fc.nat(8),
        fc.nat(2_000),
        fc.nat(4),
        fc.nat(2_000),
        fc.integer({ min: 512, max: 20_000 }),
        (count, length, turnCount, turnLength, contextTokens) => {
          const answerTokens = Math.floor(contextTokens / 4)
          const fitted = fit({
            passages: passages(count, length),
            history: turns(turnCount, turnLength),
            contextTokens,
            answerTokens,
          })
          if (fitted) expect(fitted.tokens).toBeLessThanOrEqual(contextTokens - answerTokens)
        },
      ),
      { numRuns: 200 },
    )
  })
})
