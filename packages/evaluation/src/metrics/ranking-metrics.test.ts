import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { averagePrecision } from './average-precision.js'
import { ndcg } from './ndcg.js'
import { reciprocalRank } from './reciprocal-rank.js'
import { success } from './success.js'

const rank = (length: number, ...relevant: number[]) =>
  Array.from({ length }, (_, index) => relevant.includes(index + 1))

// Twelve documents d1 … d12 retrieved in this order; reference values by trec_eval (through pytrec_eval-terrier):
// recip_rank, ndcg_cut, map_cut, success. `missing` counts relevant documents that were not retrieved.
const references = [
  {
    relevant: [1],
    missing: 0,
    rr: 1,
    ndcg: { 1: 1, 3: 1, 10: 1 },
    map: { 1: 1, 3: 1, 10: 1 },
    success: { 1: 1, 3: 1, 5: 1, 10: 1, 20: 1 },
  },
  {
    relevant: [2],
    missing: 0,
    rr: 0.5,
    ndcg: { 1: 0, 3: 0.6309297535714575, 10: 0.6309297535714575 },
    map: { 1: 0, 3: 0.5, 10: 0.5 },
    success: { 1: 0, 3: 1, 5: 1, 10: 1, 20: 1 },
  },
  {
    relevant: [3, 7],
    missing: 0,
    rr: 1 / 3,
    ndcg: { 1: 0, 3: 0.3065735963827292, 10: 0.5109559939712153 },
    map: { 1: 0, 3: 0.16666666666666666, 10: 0.30952380952380953 },
    success: { 1: 0, 3: 1, 5: 1, 10: 1, 20: 1 },
  },
  {
    relevant: [1, 4],
    missing: 1,
    rr: 1,
    ndcg: { 1: 1, 3: 0.46927872602275644, 10: 0.6713860725233041 },
    map: { 1: 0.3333333333333333, 3: 0.3333333333333333, 10: 0.5 },
    success: { 1: 1, 3: 1, 5: 1, 10: 1, 20: 1 },
  },
  {
    relevant: [10],
    missing: 0,
    rr: 0.1,
    ndcg: { 1: 0, 3: 0, 10: 0.2890648263178879 },
    map: { 1: 0, 3: 0, 10: 0.1 },
    success: { 1: 0, 3: 0, 5: 0, 10: 1, 20: 1 },
  },
  {
    relevant: [2, 3, 5],
    missing: 2,
    rr: 0.5,
    ndcg: { 1: 0, 3: 0.5307212739772434, 10: 0.5147714448836774 },
    map: { 1: 0, 3: 0.2333333333333333, 10: 0.35333333333333333 },
    success: { 1: 0, 3: 1, 5: 1, 10: 1, 20: 1 },
  },
  {
    relevant: [6, 12],
    missing: 1,
    rr: 1 / 6,
    ndcg: { 1: 0, 3: 0, 10: 0.16716045496620227 },
    map: { 1: 0, 3: 0, 10: 0.05555555555555555 },
    success: { 1: 0, 3: 0, 5: 0, 10: 1, 20: 1 },
  },
  {
    relevant: [11],
    missing: 0,
    rr: 0,
    ndcg: { 1: 0, 3: 0, 10: 0 },
    map: { 1: 0, 3: 0, 10: 0 },
    success: { 1: 0, 3: 0, 5: 0, 10: 0, 20: 1 },
  },
  {
    relevant: [],
    missing: 1,
    rr: 0,
    ndcg: { 1: 0, 3: 0, 10: 0 },
    map: { 1: 0, 3: 0, 10: 0 },
    success: { 1: 0, 3: 0, 5: 0, 10: 0, 20: 0 },
  },
] as const

describe.each(references)('relevant at $relevant, $missing missing', ({ relevant, missing, rr, ...expected }) => {
  const relevance = rank(12, ...relevant)
  const relevantTotal = relevant.length + missing

  test('reciprocal rank at 10', () => {
    expect(reciprocalRank({ relevance, k: 10 })).toBeCloseTo(rr, 14)
  })

  test.each([1, 3, 10] as const)('ndcg at %i is that of trec_eval', (k) => {
    expect(ndcg({ relevance, k, relevantTotal })).toBeCloseTo(expected.ndcg[k], 14)
  })

  test.each([1, 3, 10] as const)('average precision at %i is that of trec_eval', (k) => {
    expect(averagePrecision({ relevance, k, relevantTotal })).toBeCloseTo(expected.map[k], 14)
  })

  test.each([1, 3, 5, 10, 20] as const)('success at %i is that of trec_eval', (k) => {
    expect(success({ relevance, k })).toBe(expected.success[k])
  })
})

test('ndcg by hand: relevant at 2 and 3 of two is (1/log2(3) + 1/2) / (1 + 1/log2(3))', () => {
  const value = (0.6309297535714575 + 0.5) / 1.6309297535714575
  expect(ndcg({ relevance: rank(5, 2, 3), k: 5, relevantTotal: 2 })).toBeCloseTo(value, 14)
})

describe('for every ranking', () => {
  const rankings = fc.record({
    relevance: fc.array(fc.boolean(), { maxLength: 30 }),
    missing: fc.nat(5),
    k: fc.integer({ min: 1, max: 20 }),
  })
  const measureAll = (options: { relevance: readonly boolean[]; k: number; relevantTotal: number }) => [
    reciprocalRank(options),
    ndcg(options),
    averagePrecision(options),
    success(options),
  ]
  const total = (relevance: readonly boolean[], missing: number) => relevance.filter(Boolean).length + missing

  test('each metric lies within 0 and 1', () => {
    fc.assert(
      fc.property(rankings, ({ relevance, missing, k }) => {
        for (const value of measureAll({ relevance, k, relevantTotal: total(relevance, missing) })) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThanOrEqual(1 + 1e-12)
        }
      }),
    )
  })

  test('the perfect ranking has 1 in each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(20), fc.integer({ min: 1, max: 20 }), (found, others, k) => {
        const relevance = [...Array(found).fill(true), ...Array(others).fill(false)]
        const [rr, gain, , found1] = measureAll({ relevance, k, relevantTotal: found })
        expect([rr, found1]).toEqual([1, 1])
        expect(gain).toBeCloseTo(1, 12)
        // As in trec_eval, what stands behind k is missed by map_cut even where it had no room before.
        expect(averagePrecision({ relevance, k, relevantTotal: found })).toBeCloseTo(Math.min(k, found) / found, 12)
      }),
    )
  })

  test('moving a relevant item one place up never lowers a metric', () => {
    fc.assert(
      fc.property(rankings, ({ relevance, missing, k }) => {
        const relevantTotal = total(relevance, missing)
        const at = relevance.findIndex((isRelevant, index) => isRelevant && index > 0 && !relevance[index - 1])
        fc.pre(at > 0)
        const raised = relevance.with(at, false).with(at - 1, true)
        const before = measureAll({ relevance, k, relevantTotal })
        measureAll({ relevance: raised, k, relevantTotal }).forEach((value, index) => {
          expect(value).toBeGreaterThanOrEqual((before[index] ?? 0) - 1e-12)
        })
      }),
    )
  })

  test('what stands behind k does not count', () => {
    fc.assert(
      fc.property(rankings, fc.array(fc.boolean()), ({ relevance, k }, behind) => {
        const cut = relevance.slice(0, k)
        const padded = [...cut, ...Array(k - cut.length).fill(false)]
        expect(measureAll({ relevance: [...padded, ...behind], k, relevantTotal: 50 })).toEqual(
          measureAll({ relevance: cut, k, relevantTotal: 50 }),
        )
      }),
    )
  })
})
