import type { ApiError } from '../call-api'

/** A file as it was chosen or dropped. */
export interface ChosenFile {
  /** With the folders that it was in, parted by `/`. */
  path: string
  file: File
  /** Code of the error that keeps it from being sent: what the browser could not read is told, not left out. */
  problem?: string
}

/**
 * `sent`: the server holds it, and no job has it yet. `taken`: it is part of a job, which says how it goes on.
 */
export type UploadState = 'waiting' | 'sending' | 'sent' | 'taken' | 'refused' | 'cancelled'

export interface UploadEntry extends ChosenFile {
  id: string
  state: UploadState
  /** Bytes that the server has got. */
  sentBytes: number
  error: ApiError | null
  /** Under what name the server holds it. */
  storedAs: string | null
  /** Once it is taken. */
  jobId: string | null
  uri: string | null
}
