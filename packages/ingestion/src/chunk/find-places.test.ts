import { describe, expect, it } from 'vitest'
import { findPlaces } from './find-places.js'

const blocks = [
  { start: 0, end: 10, place: { page: 1 } },
  { start: 12, end: 20, place: { page: 1 } },
  { start: 22, end: 30, place: { page: 2 } },
  { start: 32, end: 40 },
]

describe('findPlaces', () => {
  it.each([
    [0, 20, [{ start: 0, place: { page: 1 } }]],
    [
      5,
      40,
      [
        { start: 5, place: { page: 1 } },
        { start: 22, place: { page: 2 } },
      ],
    ],
    [20, 30, [{ start: 22, place: { page: 2 } }]],
    [32, 40, null],
    [50, 60, null],
  ])('from %i to %i', (start, end, places) => expect(findPlaces({ blocks, start, end })).toEqual(places))
})
