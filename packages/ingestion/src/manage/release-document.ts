import type { Job } from '@shutten/core'
import { releaseDocuments } from './release-documents.js'

/** `releaseDocuments` of one, by its id; gives the job that takes it in. Errors: DOCUMENT_NOT_FOUND. */
export async function releaseDocument(
  options: { id: string } & Omit<Parameters<typeof releaseDocuments>[0], 'documents'>,
): Promise<Job> {
  const { id, ...records } = options
  const { jobs, failed } = await releaseDocuments({ ...records, documents: [{ id }] })
  const [job] = jobs
  if (!job) throw failed[0]?.error
  return job
}
