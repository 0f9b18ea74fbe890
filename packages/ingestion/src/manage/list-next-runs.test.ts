import { expect, it } from 'vitest'
import { listNextRuns } from './list-next-runs.js'

const after = new Date('2026-03-01T00:00:00Z')

it('lists the next runs by the clocks of the time zone', () => {
  expect(listNextRuns({ kind: 'url', cron: ' 30 4 * * 1-5 ', timeZone: 'Asia/Tokyo', after, count: 3 })).toEqual({
    cron: '30 4 * * 1-5',
    timeZone: 'Asia/Tokyo',
    runs: ['2026-03-01T19:30:00.000Z', '2026-03-02T19:30:00.000Z', '2026-03-03T19:30:00.000Z'],
  })
})

it('takes what the kind suggests where nothing is said', () => {
  const { cron, runs } = listNextRuns({ kind: 'folder', cron: '', timeZone: 'UTC', after, count: 2 })
  expect([cron, runs]).toEqual(['*/5 * * * *', ['2026-03-01T00:05:00.000Z', '2026-03-01T00:10:00.000Z']])
})

it.each([
  ['SCHEDULE_INVALID', { cron: 'often', timeZone: 'UTC' }],
  ['TIME_ZONE_UNKNOWN', { cron: '@daily', timeZone: 'Mars/Base' }],
])('refuses with %s', (code, schedule) => {
  expect(() => listNextRuns({ kind: 'url', ...schedule, after, count: 3 })).toThrow(expect.objectContaining({ code }))
})
