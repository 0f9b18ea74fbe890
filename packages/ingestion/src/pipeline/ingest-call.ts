import type { JobProgress, JobRequest } from '@shutten/core'

export interface RunOptions {
  signal?: AbortSignal
  onProgress?: (progress: JobProgress) => void
  /** Awaited right before the switch; a rejection ends the run and nothing has changed. */
  beforeSwitch?: () => Promise<void>
}

export type IngestText = Extract<JobRequest, { kind: 'ingest-texts' }>['documents'][number]
