import { describe, expect, it } from 'vitest'
import { compareFigures, figures, findFallen, takeFigures, takeOutcomes } from './compare-figures.mjs'

const report = {
  retrieval: { 'mrr@10': 0.9 },
  answers: {
    correct: 0.8,
    correctWithRightCitation: 0.75,
    quoteExact: 1,
    citationPrecision: 0.85,
    refusal: { precision: 1, recall: 0.9, f1: 0.95 },
  },
}
const baseline = takeFigures(report)
const failing = (measured) =>
  compareFigures({ baseline, measured })
    .filter(({ ok }) => !ok)
    .map(({ name }) => name)

describe('takeFigures', () => {
  it('finds every figure of a report', () => {
    expect(Object.keys(baseline)).toEqual(figures.map(({ name }) => name))
    expect(Object.values(baseline).every(Number.isFinite)).toBe(true)
  })

  it('has null for what a report lacks', () => {
    expect(takeFigures({})['refusal f1']).toBeNull()
  })
})

describe('compareFigures', () => {
  it('passes the same figures and better ones', () => {
    expect(failing(baseline)).toEqual([])
    expect(failing({ ...baseline, correct: 1 })).toEqual([])
  })

  it('passes a fall within the tolerance, and none beyond it', () => {
    expect(failing({ ...baseline, correct: 0.8 - 0.04 })).toEqual([])
    expect(failing({ ...baseline, correct: 0.759 })).toEqual(['correct'])
  })

  it('never passes a quote that is not exact, whatever the baseline says', () => {
    expect(failing({ ...baseline, quoteExact: 0.999 })).toEqual(['quoteExact'])
    const lax = compareFigures({
      baseline: { ...baseline, quoteExact: 0.5 },
      measured: { ...baseline, quoteExact: 0.6 },
    })
    expect(lax.find(({ name }) => name === 'quoteExact')?.ok).toBe(false)
  })

  it('fails a figure that was measured once and is no more', () => {
    expect(failing({ ...baseline, 'mrr@10': null })).toEqual(['mrr@10'])
    expect(failing({ ...baseline, 'mrr@10': Number.NaN })).toEqual(['mrr@10'])
  })
})

describe('findFallen', () => {
  const outcomes = takeOutcomes({
    perQuestion: [
      { id: 'a', rank: 1, correct: true },
      { id: 'b', rank: 2, correct: false },
      { id: 'c', rank: null, correct: null },
    ],
  })

  it('names what is found lower or answered wrongly', () => {
    const measured = { ...outcomes, a: { rank: 3, correct: false }, b: { rank: null, correct: null } }
    expect(findFallen({ baseline: outcomes, measured })).toEqual([
      'a found at 3, was at 1',
      'a answered wrongly, was right',
      'b found at no place, was at 2',
    ])
  })

  it('names nothing where nothing fell, or where the baseline says nothing', () => {
    expect(findFallen({ baseline: outcomes, measured: { ...outcomes, b: { rank: 1, correct: true } } })).toEqual([])
    expect(findFallen({ baseline: {}, measured: outcomes })).toEqual([])
  })
})
