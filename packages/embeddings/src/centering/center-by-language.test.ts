import { describe, expect, it } from 'vitest'
import { centerByLanguage } from './center-by-language.js'

const zero = new Float32Array(3)
const means = {
  share: 0.5,
  query: { ja: Float32Array.of(1, 0, 0), en: zero },
  passage: { ja: Float32Array.of(0, 1, 0), en: zero },
}
const center = (vector: readonly number[], role: 'query' | 'passage', language: 'ja' | 'en') =>
  [...centerByLanguage({ vector: Float32Array.from(vector), role, language, means })].map((value) => +value.toFixed(6))

describe('centerByLanguage', () => {
  it('takes half of the mean off and keeps the length', () => {
    expect(center([0.6, 0.8, 0], 'query', 'ja')).toEqual([0.124035, 0.992278, 0])
    expect(center([0.6, 0.8, 0], 'passage', 'ja')).toEqual([0.894427, 0.447214, 0])
  })

  it('leaves a vector as it is where the mean is nothing, or where nothing would be left', () => {
    expect(center([0.6, 0.8, 0], 'query', 'en')).toEqual([0.6, 0.8, 0])
    expect(center([0.5, 0, 0], 'query', 'ja')).toEqual([0.5, 0, 0])
  })
})
