import type { Answer } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createAnswerCache } from './create-answer-cache.js'

const answer = (text: string) => ({ answer: text }) as Answer
const generation = 'g1'

describe('createAnswerCache', () => {
  it('gives an answer again, and nothing for another key', () => {
    const cache = createAnswerCache({ maxEntries: 2 })
    expect(cache.find({ generation, key: 'a' })).toBeNull()
    cache.save({ generation, key: 'a', answer: answer('A') })
    expect(cache.find({ generation, key: 'a' })).toEqual(answer('A'))
    expect(cache.find({ generation, key: 'b' })).toBeNull()
  })

  it('gives up the one that was used longest ago', () => {
    const cache = createAnswerCache({ maxEntries: 2 })
    cache.find({ generation, key: 'a' })
    cache.save({ generation, key: 'a', answer: answer('A') })
    cache.save({ generation, key: 'b', answer: answer('B') })
    cache.find({ generation, key: 'a' })
    cache.save({ generation, key: 'c', answer: answer('C') })
    expect(['a', 'b', 'c'].map((key) => cache.find({ generation, key })?.answer)).toEqual(['A', undefined, 'C'])
    expect(cache.size).toBe(2)
  })

  it('is emptied by a new generation', () => {
    const cache = createAnswerCache({ maxEntries: 2 })
    cache.find({ generation, key: 'a' })
    cache.save({ generation, key: 'a', answer: answer('A') })
    expect(cache.find({ generation: 'g2', key: 'a' })).toBeNull()
    expect(cache.size).toBe(0)
  })

  it('keeps nothing of a generation that was superseded meanwhile', () => {
    const cache = createAnswerCache({ maxEntries: 2 })
    cache.find({ generation, key: 'a' })
    cache.find({ generation: 'g2', key: 'a' })
    cache.save({ generation, key: 'a', answer: answer('A') })
    expect(cache.find({ generation: 'g2', key: 'a' })).toBeNull()
    expect(cache.size).toBe(0)
  })

  it('keeps nothing when it may not', () => {
    const cache = createAnswerCache({ maxEntries: 0 })
    cache.find({ generation, key: 'a' })
    cache.save({ generation, key: 'a', answer: answer('A') })
    expect(cache.find({ generation, key: 'a' })).toBeNull()
  })
})
