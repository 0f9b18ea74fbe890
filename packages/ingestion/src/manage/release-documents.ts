import {
  type Job,
  type JobRepository,
  type NewJob,
  type QuarantineRepository,
  type SourceRepository,
  type TextDocument,
  toReleaseJob,
} from '@shutten/core'

export interface ReleasedDocuments {
  /** Ids of those that may go in. */
  released: string[]
  /** What takes them in. */
  jobs: Job[]
  /** Those that stay where they are, and why: DOCUMENT_NOT_FOUND, QUARANTINE_CHANGED. */
  failed: { id: string; error: unknown }[]
}

/**
 * Lets documents in that were held back, and asks for what takes them in: a run of each source that holds one, with the tags
 * and the hosts of that source, and for all others one job together, so that the index is built once and not once a document.
 */
export async function releaseDocuments(options: {
  /** `textHash` is that of the content that was looked at; another content is not released. */
  documents: readonly { id: string; textHash?: string | undefined }[]
  quarantine: Pick<QuarantineRepository, 'decide'>
  jobs: Pick<JobRepository, 'create'>
  sources: Pick<SourceRepository, 'listHolders' | 'find' | 'startRun'>
}): Promise<ReleasedDocuments> {
  const { quarantine, jobs, sources } = options
  const outcome: ReleasedDocuments = { released: [], jobs: [], failed: [] }
  const runs = new Map<string, Job>()
  const locations = new Set<string>()
  const texts: TextDocument[] = []
  for (const { id, textHash } of options.documents) {
    try {
      const document = await quarantine.decide(id, 'released', { textHash })
      outcome.released.push(id)
      if (await isTakenByRun(document.uri)) continue
      const request = toReleaseJob(document)
      if (request.kind === 'ingest') for (const location of request.locations) locations.add(location)
      if (request.kind === 'ingest-texts') texts.push(...request.documents)
    } catch (error) {
      outcome.failed.push({ id, error })
    }
  }
  const asked: NewJob[] = []
  if (locations.size > 0) asked.push({ kind: 'ingest', locations: [...locations] })
  if (texts.length > 0) asked.push({ kind: 'ingest-texts', documents: texts })
  for (const request of asked) outcome.jobs.push(await jobs.create(request))
  outcome.jobs.unshift(...runs.values())
  return outcome

  /** A run that is under way may have passed the document already: only one that waits counts. */
  async function isTakenByRun(uri: string): Promise<boolean> {
    for (const holder of await sources.listHolders({ uri })) {
      if (runs.has(holder.id)) return true
      const source = await sources.find(holder.id)
      if (!source?.enabled) continue
      const { job } = await sources.startRun({ id: source.id })
      if (job.status !== 'queued') continue
      runs.set(source.id, job)
      return true
    }
    return false
  }
}
