import { describe, expect, it } from 'vitest'
import { findNextRun } from './find-next-run.js'

const list = (cron: string, timeZone: string, after: string, count: number) => {
  const runs: string[] = []
  let last = new Date(after)
  for (let run = 0; run < count; run++) {
    last = findNextRun({ schedule: { cron, timeZone }, after: last })
    runs.push(last.toISOString().slice(0, 16))
  }
  return runs
}

describe('the next run', () => {
  it('goes by the clocks of the time zone', () => {
    expect(list('0 9 * * 1-5', 'Asia/Tokyo', '2026-11-20T00:00:00Z', 2)).toEqual([
      '2026-11-23T00:00',
      '2026-11-24T00:00',
    ])
    expect(list('@daily', 'UTC', '2026-11-20T00:00:00Z', 1)).toEqual(['2026-11-21T00:00'])
    expect(list('0 0 29 2 *', 'UTC', '2026-11-20T00:00:00Z', 1)).toEqual(['2028-02-29T00:00'])
  })

  it('is strictly after the given time', () => {
    expect(list('0 4 * * *', 'UTC', '2026-11-20T04:00:00Z', 1)).toEqual(['2026-11-21T04:00'])
    expect(list('0 4 * * *', 'UTC', '2026-11-20T03:59:59.999Z', 1)).toEqual(['2026-11-20T04:00'])
  })

  it('comes once, after the gap, on the day whose clocks go forward over it', () => {
    expect(list('30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ])
    expect(list('15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T00:00:00Z', 2)).toEqual([
      '2026-10-03T15:30',
      '2026-10-04T15:15',
    ])
  })

  it('comes once on the day whose clocks go back over it, and each time where it is of every hour', () => {
    expect(list('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ])
    expect(list('0 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', 2)).toEqual([
      '2026-11-01T05:00',
      '2026-11-02T06:00',
    ])
    expect(list('15 * * * *', 'Europe/Berlin', '2026-10-24T23:30:00Z', 3)).toEqual([
      '2026-10-25T00:15',
      '2026-10-25T01:15',
      '2026-10-25T02:15',
    ])
  })

  it.each([
    '',
    'soon',
    '* * * * * *',
    '60 * * * *',
    '0 9 * * 8',
    '*/0 * * * *',
    '0 0 30 2 *',
    '2026-12-01T00:00:00',
    '@reboot',
  ])('does not take %j', (cron) => {
    expect(() => findNextRun({ schedule: { cron, timeZone: 'UTC' }, after: new Date() })).toThrow(
      expect.objectContaining({ code: 'SCHEDULE_INVALID' }),
    )
  })

  it.each(['', 'Mars/Olympus', '+09:00', 'JST-9'])('does not know the time zone %j', (timeZone) => {
    expect(() => findNextRun({ schedule: { cron: '@daily', timeZone }, after: new Date() })).toThrow(
      expect.objectContaining({ code: 'TIME_ZONE_UNKNOWN' }),
    )
  })
})
