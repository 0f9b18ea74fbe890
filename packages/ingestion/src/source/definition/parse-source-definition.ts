import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isShuttenError, ShuttenError, type SourceDefinition, sourceKinds, tagsSchema } from '@shutten/core'
import { z } from 'zod'
import { defaultMaxBytes } from '../../decode/decode-text.js'
import { assertFetchable } from '../web/assert-fetchable.js'
import { createPathFilter } from './create-path-filter.js'
import { findNextRun } from './find-next-run.js'

const mebibyte = 1024 * 1024

/** What one listing holds at most when nothing else is said: as many as one sitemap file may name. */
export const defaultMaxItems = 50_000

const patterns = z.array(z.string()).max(100, 'more than 100 patterns').default([])
const hosts = z
  .array(
    z
      .string()
      .trim()
      .transform((host) => host.toLowerCase())
      .refine(isHost, 'must be a host or host:port, without scheme, path or wildcard'),
  )
  .max(100, 'more than 100 hosts')
  .default([])
const count = (options: { least: number; most: number; otherwise: number }) =>
  z.number().int().min(options.least).max(options.most).default(options.otherwise)
const limits = z.strictObject({
  maxItems: count({ least: 1, most: 500_000, otherwise: defaultMaxItems }),
  maxBytes: count({ least: 1_024, most: 200 * mebibyte, otherwise: defaultMaxBytes }),
  timeoutMs: count({ least: 100, most: 600_000, otherwise: 30_000 }),
  minGapMs: count({ least: 0, most: 600_000, otherwise: 1_000 }),
})

const schema = z.strictObject({
  kind: z.enum(sourceKinds),
  location: z.string().trim().min(1, 'is empty').max(2_000),
  schedule: z
    .strictObject({ cron: z.string().max(200), timeZone: z.string().max(100) })
    .nullable()
    .default(null),
  include: patterns,
  exclude: patterns,
  language: z.enum(['ja', 'en']).nullable().default(null),
  tags: tagsSchema.default([]),
  allowedHosts: hosts,
  followedHosts: hosts,
  limits: limits.prefault({}),
})

/**
 * Checks the definition of a source as it comes from outside; what is absent takes its default.
 * `now` is when the schedule must still have a run ahead.
 *
 * Errors: SOURCE_DEFINITION_INVALID naming the part, SCHEDULE_INVALID, TIME_ZONE_UNKNOWN, PATTERN_INVALID,
 * SOURCE_FETCH_REFUSED for an address that is no public one and not among the allowed hosts.
 */
export function parseSourceDefinition(input: unknown, options: { now?: Date } = {}): SourceDefinition {
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw createDefinitionError(issue?.path.join('.') || 'definition', issue?.message ?? 'is not valid')
  }
  const definition = parsed.data
  createPathFilter(definition)
  if (definition.schedule) {
    if (definition.kind === 'upload')
      throw createDefinitionError('schedule', 'uploaded files come by themselves; it must be null')
    findNextRun({ schedule: definition.schedule, after: options.now ?? new Date() })
  }
  return { ...definition, location: parseLocation(definition) }
}

function parseLocation({ kind, location, allowedHosts }: SourceDefinition): string {
  if (kind === 'upload' || kind === 'folder') {
    const folder = location.startsWith('file:') ? toPath(location) : location
    if (!path.isAbsolute(folder)) throw createDefinitionError('location', 'must be an absolute path')
    return path.normalize(folder)
  }
  if (!URL.canParse(location))
    throw createDefinitionError('location', 'must be an address such as https://example.com/')
  const url = new URL(location)
  url.hash = ''
  try {
    assertFetchable(url, { allowedHosts })
  } catch (error) {
    if (isShuttenError(error) && !/^https?:$/.test(url.protocol))
      throw createDefinitionError('location', 'must begin with http:// or https://')
    throw error
  }
  return url.href
}

function toPath(uri: string): string {
  try {
    return fileURLToPath(uri)
  } catch {
    throw createDefinitionError('location', 'is no valid file:// address')
  }
}

function isHost(host: string): boolean {
  if (!URL.canParse(`http://${host}/`)) return false
  const url = new URL(`http://${host}/`)
  return url.pathname === '/' && !url.username && !url.search && !url.hash && !/[*@/?#\\\s]/.test(host)
}

function createDefinitionError(part: string, problem: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_DEFINITION_INVALID',
    message: `The source's ${part} is not valid: ${problem}.`,
    suggestion: 'Correct this part of the source and save it again; nothing was changed.',
  })
}
