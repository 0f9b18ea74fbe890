import { ShuttenError, type SourceSchedule } from '@shutten/core'
import { Cron } from 'croner'

/**
 * The first time after `after` that a schedule names, by the clocks of its time zone. Where daylight saving time leaves
 * a time out, the run comes at the first instant after the gap; where a time comes twice, a run at a named hour comes
 * once and one of every hour or minute each time.
 *
 * Errors: SCHEDULE_INVALID (also for a date that never comes), TIME_ZONE_UNKNOWN.
 */
export function findNextRun(options: { schedule: SourceSchedule; after: Date }): Date {
  const { schedule, after } = options
  const expression = schedule.cron.trim()
  assertTimeZone(schedule.timeZone)
  // The library also takes dates and seconds.
  if (!/^(?:@[a-z]+|\S+(?:\s+\S+){4})$/i.test(expression))
    throw createScheduleError(expression, 'it has not five fields')
  let next: Date | null
  try {
    next = new Cron(expression, { timezone: schedule.timeZone, mode: '5-part' }).nextRun(after)
  } catch (error) {
    throw createScheduleError(expression, (error as Error).message.replace(/^CronPattern: |\.$/g, ''), error)
  }
  if (!next) throw createScheduleError(expression, 'the date that it names never comes')
  return next
}

/** Names only: an offset such as +09:00 knows no daylight saving time. */
function assertTimeZone(name: string): void {
  try {
    if (!/^[a-z]/i.test(name)) throw new RangeError('no name')
    new Intl.DateTimeFormat('en', { timeZone: name })
  } catch (cause) {
    throw new ShuttenError({
      code: 'TIME_ZONE_UNKNOWN',
      message: `There is no time zone ${JSON.stringify(name)}.`,
      suggestion: 'Give the name of the IANA database, such as Asia/Tokyo, Europe/Berlin or UTC.',
      cause,
    })
  }
}

function createScheduleError(expression: string, problem: string, cause?: unknown): ShuttenError {
  return new ShuttenError({
    code: 'SCHEDULE_INVALID',
    message: `The schedule ${JSON.stringify(expression)} is not valid: ${problem}.`,
    suggestion:
      'Give five fields: minute, hour, day of month, month, day of week, such as 30 4 * * 1-5; or @hourly, @daily, @weekly.',
    cause,
  })
}
