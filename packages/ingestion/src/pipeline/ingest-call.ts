import type { JobProgress } from '@shutten/core'
import type { IngestJournal } from './ingest-journal.js'

export interface RunOptions {
  signal?: AbortSignal
  onProgress?: (progress: JobProgress) => void
  /** Awaited right before the switch; a rejection ends the run and nothing has changed. */
  beforeSwitch?: () => Promise<void>
  /** Where what is got done is written down, so that another run goes on from there; nowhere unless given. */
  journal?: IngestJournal
  /** The job that is worked off: the switch is written down with it. */
  jobId?: string
  /** A worker that had begun the job died over it: what it was asked for was asked for once. */
  isTakenUp?: boolean
}
