import type { DocumentChange, Job } from '@shutten/core'
import { findActivity, type JobActivity } from './find-activity'

/** A job as HTTP shows it: without the texts that it may carry. */
export interface JobView extends Omit<Job, 'request'> {
  kind: Job['request']['kind']
  /** What it works on: files, URIs, a document's id; the first ten. */
  subjects: string[]
  subjectCount: number
  /** What it is doing, while it runs. */
  activity: JobActivity
  /** What is done to the documents of a job that changes many. */
  change: DocumentChange['action'] | null
}

export function describeJob(job: Job): JobView {
  const { request, ...rest } = job
  const subjects = listSubjects(request)
  const subjectCount = request.kind === 'change-documents' ? request.count : subjects.length
  return {
    ...rest,
    kind: request.kind,
    subjects: subjects.slice(0, 10),
    subjectCount,
    change: request.kind === 'change-documents' ? request.change.action : null,
    activity: findActivity({ job, now: Date.now() }),
  }
}

function listSubjects(request: Job['request']): string[] {
  switch (request.kind) {
    case 'ingest':
      return request.locations
    case 'ingest-texts':
      return request.documents.map((document) => document.title || document.uri)
    case 'ingest-source':
    case 'remove-source':
      return [request.name]
    case 'delete':
      return [request.documentId]
    case 'rollback':
    case 'drop-generation':
      return [request.generation]
    case 'change-documents':
    case 'measure':
    case 'apply-edits':
    case 'apply-policy':
    case 'reindex':
      return []
  }
}
