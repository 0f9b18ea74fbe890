import { describe, expect, it } from 'vitest'
import { createRandom } from '../../shared/create-random.js'
import type { BenchPassage } from './corpus.js'
import { createDistractors } from './create-distractors.js'

const random = createRandom(7)
const unit = (values: number[]) => Float32Array.from(values.map((value) => value / Math.hypot(...values)))
const passages = Array.from(
  { length: 20 },
  (_, n): BenchPassage => ({
    id: `p${n}`,
    documentId: `d${n}`,
    title: `題${n}`,
    headingPath: [],
    text: `${n}の一つ目の文。${n}の二つ目の文。${n}の三つ目の文。`,
    language: 'ja',
  }),
)
// One direction in common, as the vectors of an embedder have it.
const vectors = passages.map(() => unit([3, ...Array.from({ length: 31 }, () => random() * 2 - 1)]))
const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * (b[i] as number), 0)
const meanSimilarity = (some: Float32Array[]) => {
  const pairs = some.flatMap((a, i) => some.slice(i + 1).map((b) => dot(a, b)))
  return pairs.reduce((sum, value) => sum + value, 0) / pairs.length
}

describe('createDistractors', () => {
  const made = createDistractors({ passages, vectors, count: 200, firstPosition: 20, seed: 1 })

  it('gives the same for the same seed, and other texts for another', () => {
    expect(createDistractors({ passages, vectors, count: 200, firstPosition: 20, seed: 1 })).toEqual(made)
    expect(createDistractors({ passages, vectors, count: 200, firstPosition: 20, seed: 2 }).passages).not.toEqual(
      made.passages,
    )
  })

  it('gives whole sentences of several passages, no text twice', () => {
    const known = new Set(passages.flatMap(({ text }) => text.split(/(?<=。)/u)))
    for (const { text } of made.passages)
      for (const sentence of text.split(/(?<=。)/u)) expect(known).toContain(sentence)
    expect(new Set(made.passages.map(({ text }) => text)).size).toBe(200)
    expect(made.passages.map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, n) => `p${20 + n}`))
  })

  it('gives vectors of unit length, as like each other as real ones are', () => {
    for (const vector of made.vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
    expect(Math.abs(meanSimilarity(made.vectors) - meanSimilarity(vectors))).toBeLessThan(0.05)
  })
})
