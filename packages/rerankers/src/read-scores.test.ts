import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rerankForms } from './forms/rerank-forms.js'
import { readScores } from './read-scores.js'

const read = (body: unknown, count: number, areLogits = false) =>
  readScores({ form: rerankForms.tei, body: typeof body === 'string' ? body : JSON.stringify(body), count, areLogits })

describe('readScores', () => {
  it('puts scores back into the order of the texts, between 0 and 1', () => {
    const scores = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { maxLength: 12 })
    fc.assert(
      fc.property(scores, fc.boolean(), (given, areLogits) => {
        const ranked = given.map((score, index) => ({ index, score })).sort((a, b) => b.score - a.score)
        const found = read(ranked, given.length, areLogits)
        const expected = given.map((score) =>
          areLogits ? 1 / (1 + Math.exp(-score)) : Math.min(1, Math.max(0, score)),
        )
        found?.forEach((score, i) => {
          expect(score).toBeCloseTo(expected[i] as number, 12)
        })
        expect(found).toHaveLength(given.length)
      }),
    )
  })

  it.each([
    ['no JSON', '<html>'],
    ['cut off', '[{"index": 0, "sco'],
    ['another form', { results: [{ index: 0, relevance_score: 1 }] }],
    ['an index missing', [{ index: 0, score: 1 }]],
    ['an index twice', [0, 0].map((index) => ({ index, score: 1 }))],
    ['an index beyond', [0, 2].map((index) => ({ index, score: 1 }))],
    ['an index below', [-1, 1].map((index) => ({ index, score: 1 }))],
    ['no number', [0, 1].map((index) => ({ index, score: null }))],
    ['too many', [0, 1, 1].map((index) => ({ index, score: 1 }))],
  ])('takes nothing from an answer with %s', (_, body) => {
    expect(read(body, 2)).toBeNull()
  })
})
