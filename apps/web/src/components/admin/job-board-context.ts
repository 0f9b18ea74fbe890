'use client'

import { createContext, use } from 'react'
import type { JobView } from '@/server/http/describe-job'
import type { Connection } from './use-board-events'

export interface JobBoardState {
  /** The jobs on the board, newest first; a finished one stays until it is dismissed. */
  jobs: readonly JobView[]
  /** How many are under way or wait, in all. */
  open: number
  /** Whether somebody works jobs off. */
  hasWorker: boolean
  connection: Connection
  /** Puts a job on the board that was just asked for. */
  follow(jobId: string): Promise<void>
  dismiss(jobId: string): void
  /** The page is not read anew until the function that is given back is called. */
  holdPage(): () => void
}

export const JobBoardContext = createContext<JobBoardState | null>(null)

/** The board of the admin pages. Throws outside of them. */
export function useJobBoard(): JobBoardState {
  const board = use(JobBoardContext)
  if (!board) throw new Error('There is no job board here.')
  return board
}
