import { ShuttenError, type SourceDefinition, type SourceRecord, type SourceSchedule } from '@shutten/core'
import { z } from 'zod'
import { parseSourceDefinition } from '../source/definition/parse-source-definition.js'
import { defaultCrons } from './default-crons.js'

/** As large as a file that is ingested by itself may be. */
const maxBytes = 100 * 1024 * 1024

const schema = z.looseObject({
  name: z.string().trim().min(1, 'is empty').max(100, 'has more than 100 characters').optional(),
  enabled: z.boolean().optional(),
  schedule: z
    .union([z.null(), z.string().max(200), z.strictObject({ cron: z.string(), timeZone: z.string().optional() })])
    .optional(),
})

export interface SourceInput {
  /** Null where none is given. */
  name: string | null
  enabled: boolean
  definition: SourceDefinition
}

/**
 * A source as it comes from outside: a definition, and with it `name` and `enabled`. A schedule may be a cron expression
 * alone, which is of the time zone of this machine; without one a new source is visited as its kind suggests, with null
 * only when asked for. `before` completes what is absent.
 *
 * Errors: those of `parseSourceDefinition`.
 */
export function parseSourceInput(
  input: unknown,
  options: { before?: Omit<SourceRecord, 'validators'> | null; now?: Date; timeZone?: string } = {},
): SourceInput {
  const { before = null, now = new Date() } = options
  const { timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone } = options
  const parsed = schema.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw createPartError(issue?.path.join('.') || 'definition', issue?.message ?? 'is not valid')
  }
  const { name, enabled, schedule, ...rest } = parsed.data
  if (rest.kind === 'upload')
    throw createPartError('kind', 'files are uploaded by themselves; a source is a folder, url, sitemap or feed')
  if (before && rest.kind !== undefined && rest.kind !== before.kind)
    throw createPartError('kind', `it is a ${before.kind}; add another source instead`)
  const limits = { maxBytes, ...before?.limits, ...(rest.limits as object | undefined) }
  const complete = (given: NonNullable<typeof schedule>): SourceSchedule =>
    typeof given === 'string'
      ? { cron: given, timeZone: before?.schedule?.timeZone ?? timeZone }
      : { cron: given.cron, timeZone: given.timeZone ?? before?.schedule?.timeZone ?? timeZone }
  const cron = defaultCrons[(before?.kind ?? rest.kind) as keyof typeof defaultCrons]
  const otherwise = before ? before.schedule : cron ? { cron, timeZone } : null
  const definition = parseSourceDefinition(
    {
      ...(before && toDefinition(before)),
      ...rest,
      limits,
      schedule: schedule === undefined ? otherwise : schedule === null ? null : complete(schedule),
    },
    { now },
  )
  return { name: name ?? null, enabled: enabled ?? before?.enabled ?? true, definition }
}

export function toDefinition(source: SourceDefinition): SourceDefinition {
  const { kind, location, schedule, include, exclude, language, tags, allowedHosts, followedHosts, limits } = source
  return { kind, location, schedule, include, exclude, language, tags, allowedHosts, followedHosts, limits }
}

function createPartError(part: string, problem: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_DEFINITION_INVALID',
    message: `The source's ${part} is not valid: ${problem}.`,
    suggestion: 'Correct this part of the source and save it again; nothing was changed.',
  })
}
