import { findArchiveUri } from '../documents/find-archive-uri.js'
import type { NewJob } from './jobs.js'
import type { QuarantinedDocument } from './quarantine.js'

/** The job that takes a released document in: its source is read again; a text that was given is given as it was kept. */
export function toReleaseJob(document: Pick<QuarantinedDocument, 'uri' | 'title' | 'text'>): NewJob {
  const { uri, title, text } = document
  if (/^(?:file|https?):/i.test(uri)) return { kind: 'ingest', locations: [findArchiveUri(uri) ?? uri] }
  return { kind: 'ingest-texts', documents: [{ uri, title, text }] }
}
