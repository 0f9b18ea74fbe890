import {
  type Job,
  type JobRepository,
  type QuarantineRepository,
  type SourceRepository,
  toReleaseJob,
} from '@shutten/core'

/**
 * Lets a document in that was held back, and asks for what takes it in: a run of the source that holds it, with the tags and
 * the hosts of that source, or a job of its own. Errors: DOCUMENT_NOT_FOUND.
 */
export async function releaseDocument(options: {
  id: string
  quarantine: Pick<QuarantineRepository, 'decide'>
  jobs: Pick<JobRepository, 'create'>
  sources: Pick<SourceRepository, 'listHolders' | 'find' | 'startRun'>
}): Promise<Job> {
  const { id, quarantine, jobs, sources } = options
  const document = await quarantine.decide(id, 'released')
  for (const holder of await sources.listHolders({ uri: document.uri })) {
    const source = await sources.find(holder.id)
    if (!source?.enabled) continue
    const { job } = await sources.startRun({ id: source.id })
    // A run that is under way may have passed the document already.
    if (job.status === 'queued') return job
  }
  return jobs.create(toReleaseJob(document))
}
