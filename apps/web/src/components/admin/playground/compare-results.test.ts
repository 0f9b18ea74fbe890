import { expect, it } from 'vitest'
import { compareResults } from './compare-results'

type Results = Parameters<typeof compareResults>[0]
const results = (...starts: number[]) =>
  ({
    results: starts.map((start, i) => ({
      rank: i + 1,
      documentId: 'd',
      passageId: `${start}`,
      start,
      end: start + 5,
      passages: [],
    })),
  }) as unknown as Results

it('gives each result once, with its place on either side', () => {
  const compared = compareResults(results(10, 20, 30), results(20, 40, 10))
  expect(compared.map(({ result, a, b }) => [result.start, a, b])).toEqual([
    [10, 1, 3],
    [20, 2, 1],
    [30, 3, null],
    [40, null, 2],
  ])
})
