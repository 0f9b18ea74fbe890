import { expect, test } from 'vitest'
import { toWaitingTime } from './to-waiting-time.js'

const date = Date.parse('2026-11-22T09:00:00Z')

test.each([
  ['2', 1, 2_000],
  [' 0 ', 3, 0],
  ['Sun, 22 Nov 2026 09:00:03 GMT', 1, 3_000],
  ['Sun, 22 Nov 2026 08:59:00 GMT', 1, 0],
  [null, 1, 250],
  [null, 2, 500],
  ['', 2, 500],
  ['soon', 1, 250],
])('Retry-After %j at try %i: %i ms', (retryAfter, attempt, milliseconds) => {
  expect(toWaitingTime({ retryAfter, attempt, date })).toBe(milliseconds)
})
