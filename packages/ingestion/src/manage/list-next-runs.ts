import type { SourceKind } from '@shutten/core'
import { findNextRun } from '../source/definition/find-next-run.js'
import { defaultCrons } from './default-crons.js'

/**
 * When a schedule runs next, ISO 8601, UTC. Without `cron` it is that of a source of this kind, without `timeZone` of the
 * time zone of this machine. Errors: SCHEDULE_INVALID, TIME_ZONE_UNKNOWN.
 */
export function listNextRuns(options: {
  kind: Exclude<SourceKind, 'upload'>
  cron?: string | undefined
  timeZone?: string | undefined
  after: Date
  count: number
}): { cron: string; timeZone: string; runs: string[] } {
  const { kind, after, count } = options
  const cron = options.cron?.trim() || defaultCrons[kind]
  const timeZone = options.timeZone?.trim() || Intl.DateTimeFormat().resolvedOptions().timeZone
  const runs: Date[] = []
  while (runs.length < count) runs.push(findNextRun({ schedule: { cron, timeZone }, after: runs.at(-1) ?? after }))
  return { cron, timeZone, runs: runs.map((run) => run.toISOString()) }
}
