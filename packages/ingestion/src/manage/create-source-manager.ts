import { stat } from 'node:fs/promises'
import path from 'node:path'
import {
  type Job,
  type JobRepository,
  ShuttenError,
  type SourceDefinition,
  type SourceRecord,
  type SourceRepository,
  type StartedRun,
} from '@shutten/core'
import { findNextRun } from '../source/definition/find-next-run.js'
import { parseSourceInput, toDefinition } from './parse-source-input.js'

/** A source with what an administrator wants to see beside it. */
export interface SourceView extends Omit<SourceRecord, 'validators'> {
  /** Documents that it is known to hold, those that another source holds, too, included. */
  documents: number
  /** The run that was last asked for; null before the first, and when its job was dropped. */
  lastRun: Pick<Job, 'id' | 'status' | 'createdAt' | 'finishedAt' | 'result' | 'error'> | null
}

/** Sources as an administrator keeps them, by the command line and by the browser alike. Sources are named by id or name. */
export interface SourceManager {
  list(): Promise<SourceView[]>
  /** Errors: SOURCE_UNKNOWN. */
  get(idOrName: string): Promise<SourceView>
  /** What is absent takes its default. It is due at once where it has a schedule. Errors: those of `parseSourceDefinition`, SOURCE_NOT_FOUND. */
  add(input: unknown): Promise<SourceView>
  /**
   * Changes what is given. What bears on its documents makes it due at once. With `unlessChangedSince`, the `updatedAt` that
   * the caller knows, nothing is changed where somebody else was quicker. Errors: as `add`, SOURCE_UNKNOWN, SOURCE_CHANGED.
   */
  edit(idOrName: string, input: unknown, options?: { unlessChangedSince?: string }): Promise<SourceView>
  /** Queues a run, or gives the one that is under way. Errors: SOURCE_UNKNOWN, SOURCE_DISABLED. */
  run(idOrName: string, options?: { isFull?: boolean }): Promise<StartedRun>
  /**
   * Removes a source. Its documents stay and are found as before; with `deleteDocuments` a job removes those that no other
   * source holds, and then the source. Errors: SOURCE_UNKNOWN.
   */
  remove(
    idOrName: string,
    options?: { deleteDocuments?: boolean },
  ): Promise<{ removed: string; documents: number; job: Job | null }>
}

export function createSourceManager(options: {
  sources: SourceRepository
  jobs: Pick<JobRepository, 'find' | 'create' | 'cancel'>
  now?: () => Date
}): SourceManager {
  const { sources, jobs, now = () => new Date() } = options

  const get = async (idOrName: string): Promise<SourceRecord> => {
    const source = await sources.find(idOrName)
    if (source) return source
    throw new ShuttenError({
      code: 'SOURCE_UNKNOWN',
      message: `There is no source ${idOrName}.`,
      suggestion: 'Look at the list of sources for those that are known.',
    })
  }
  const view = async (source: SourceRecord, counts: ReadonlyMap<string, number>): Promise<SourceView> => {
    const { validators: _, ...rest } = source
    const job = source.lastJobId ? await jobs.find(source.lastJobId) : null
    const lastRun = job && {
      id: job.id,
      status: job.status,
      createdAt: job.createdAt,
      finishedAt: job.finishedAt,
      result: job.result,
      error: job.error,
    }
    return { ...rest, documents: counts.get(source.id) ?? 0, lastRun }
  }
  const viewOne = async (source: SourceRecord) => view(source, await sources.countDocuments())

  const findFreeName = async (definition: SourceDefinition): Promise<string> => {
    const taken = new Set((await sources.list()).map(({ name }) => name))
    const wanted = nameOf(definition)
    for (let number = 1; ; number++) {
      const name = number === 1 ? wanted : `${wanted} (${number})`
      if (!taken.has(name)) return name
    }
  }

  const isOpen = (job: Job | null) => job !== null && ['queued', 'running', 'paused'].includes(job.status)

  return {
    async list() {
      const counts = await sources.countDocuments()
      return Promise.all((await sources.list()).map((source) => view(source, counts)))
    },
    get: async (idOrName) => viewOne(await get(idOrName)),
    async add(input) {
      const { name, enabled, definition } = parseSourceInput(input, { now: now() })
      await assertFolder(definition)
      const nextRunAt = enabled && definition.schedule ? now() : null
      return viewOne(
        await sources.create({ name: name ?? (await findFreeName(definition)), definition, enabled, nextRunAt }),
      )
    },
    async edit(idOrName, input, options = {}) {
      const before = await get(idOrName)
      const { name, enabled, definition } = parseSourceInput(input, { before, now: now() })
      if (definition.location !== before.location) await assertFolder(definition)
      const isDue = (enabled && !before.enabled) || describeReach(definition) !== describeReach(before)
      const isRescheduled = JSON.stringify(definition.schedule) !== JSON.stringify(before.schedule)
      const { schedule } = definition
      const change = {
        ...(name !== null && { name }),
        ...(JSON.stringify(definition) !== JSON.stringify(toDefinition(before)) && { definition }),
        enabled,
        ...(!enabled || !schedule
          ? { nextRunAt: null }
          : isDue
            ? { nextRunAt: now() }
            : isRescheduled || before.nextRunAt === null
              ? { nextRunAt: findNextRun({ schedule, after: now() }) }
              : {}),
      }
      return viewOne(await sources.update(before.id, change, options))
    },
    async run(idOrName, { isFull = false } = {}) {
      const { id, name, enabled, schedule } = await get(idOrName)
      if (!enabled)
        throw new ShuttenError({
          code: 'SOURCE_DISABLED',
          message: `The source ${JSON.stringify(name)} is disabled.`,
          suggestion: 'Enable it first; it is visited then.',
        })
      const nextRunAt = schedule ? findNextRun({ schedule, after: now() }) : null
      return sources.startRun({ id, isFull, nextRunAt })
    },
    async remove(idOrName, { deleteDocuments = false } = {}) {
      const source = await get(idOrName)
      const documents = (await sources.countDocuments()).get(source.id) ?? 0
      const last = source.lastJobId ? await jobs.find(source.lastJobId) : null
      // No run may begin any more that would bring anything back.
      await sources.update(source.id, { enabled: false, nextRunAt: null })
      if (last && isOpen(last)) await jobs.cancel(last.id)
      if (!deleteDocuments) {
        await sources.remove(source.id)
        return { removed: source.id, documents, job: null }
      }
      const job = await jobs.create({ kind: 'remove-source', sourceId: source.id, name: source.name })
      return { removed: source.id, documents, job }
    },
  }
}

/** What decides about the documents of a source, not about when it is visited. */
function describeReach(source: SourceDefinition): string {
  const { schedule: _, limits: __, ...reach } = toDefinition(source)
  return JSON.stringify(reach)
}

/** The last part of a folder's path; host and path of an address. */
function nameOf({ kind, location }: SourceDefinition): string {
  if (kind === 'folder' || kind === 'upload') return (path.basename(location) || location).slice(0, 90)
  const { host, pathname } = new URL(location)
  return `${host}${pathname === '/' ? '' : decodePath(pathname)}`.slice(0, 90)
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

/** A folder has to be there when it is named; later it may be away for a while. */
async function assertFolder({ kind, location }: SourceDefinition): Promise<void> {
  if (kind !== 'folder') return
  if ((await stat(location).catch(() => null))?.isDirectory()) return
  throw new ShuttenError({
    code: 'SOURCE_NOT_FOUND',
    message: `There is no folder ${location} on this machine.`,
    suggestion: 'Check the path, and that the drive is mounted; nothing was changed.',
  })
}
