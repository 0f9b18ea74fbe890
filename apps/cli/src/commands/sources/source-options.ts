import path from 'node:path'
import { ShuttenError } from '@shutten/core'
import type { Command } from 'commander'
import { collect } from '../filters.js'

/** What the options of `sources add` and `sources edit` say of a source. */
export interface SourceOptions {
  kind?: string
  location?: string
  name?: string
  schedule?: string
  timeZone?: string
  include?: string[]
  exclude?: string[]
  language?: string
  tag?: string[]
  tags?: boolean
  allowHost?: string[]
  followHost?: string[]
  maxItems?: string
  minGap?: string
  json?: boolean
}

/** Adds them to a verb. Lists take the place of what was there before. */
export function addSourceOptions(verb: Command): Command {
  return verb
    .option('--name <name>', 'what people call it; from its location unless given')
    .option('--schedule <cron>', 'when it is visited: five fields, @hourly, @daily; "none": only when asked for')
    .option('--time-zone <zone>', 'of the schedule, such as Asia/Tokyo; that of this machine unless given')
    .option('--include <glob>', 'only paths that match; may be repeated; "" takes all patterns away', collect)
    .option('--exclude <glob>', 'not the paths that match; may be repeated; "" takes all patterns away', collect)
    .option('--language <ja|en|auto>', 'of its documents; found out from each unless given')
    .option('--tag <tag>', 'a tag for its documents; may be repeated', collect)
    .option('--no-tags', 'take its tags away')
    .option('--allow-host <host>', 'fetched although its address is not public; may be repeated', collect)
    .option('--follow-host <host>', 'another host whose pages its sitemap or feed may name; may be repeated', collect)
    .option('--max-items <n>', 'how many items it may hold')
    .option('--min-gap <ms>', 'milliseconds between two requests to one host')
    .option('--json', 'print one JSON value')
}

/** The options as the source manager takes them; what is absent is left out. Errors: INPUT_INVALID. */
export function readSourceOptions(options: SourceOptions): Record<string, unknown> {
  const { kind, location, name, schedule, timeZone, language, tag, tags, allowHost, followHost } = options
  const limits = {
    ...(options.maxItems !== undefined && { maxItems: readCount('--max-items', options.maxItems) }),
    ...(options.minGap !== undefined && { minGapMs: readCount('--min-gap', options.minGap) }),
  }
  return {
    ...(kind !== undefined && { kind }),
    ...(location !== undefined && { location: toLocation(location) }),
    ...(name !== undefined && { name }),
    ...readSchedule(schedule, timeZone),
    ...(options.include && { include: options.include.filter(Boolean) }),
    ...(options.exclude && { exclude: options.exclude.filter(Boolean) }),
    ...(language !== undefined && { language: language === 'auto' ? null : language }),
    ...(tag ? { tags: tag } : tags === false && { tags: [] }),
    ...(allowHost && { allowedHosts: allowHost.filter(Boolean) }),
    ...(followHost && { followedHosts: followHost.filter(Boolean) }),
    ...(Object.keys(limits).length > 0 && { limits }),
  }
}

function readSchedule(cron: string | undefined, timeZone: string | undefined): Record<string, unknown> {
  if (cron === 'none') return { schedule: null }
  if (cron !== undefined) return { schedule: { cron, ...(timeZone !== undefined && { timeZone }) } }
  if (timeZone === undefined) return {}
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: 'A time zone alone is no schedule.',
    suggestion: 'Give --schedule with it.',
  })
}

/** An address as it is, a path from the folder that the command runs in. */
export function toLocation(location: string): string {
  return /^(?:https?|file):/i.test(location) ? location : path.resolve(location)
}

function readCount(option: string, value: string): number {
  if (/^\d+$/.test(value)) return Number(value)
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: `${option} is not a whole number: ${value}.`,
    suggestion: 'Give digits only.',
  })
}
