import { useState } from 'react'
import { isFinished } from '@/server/http/is-finished'
import { type ApiError, callApi } from './call-api'
import { useJobBoard } from './job-board-context'

/** A button that queues a job of a kind, of which one at a time is enough, and follows it on the board. */
export function useJobStart(options: { kind: 'measure' | 'reindex'; path: `/api/v1/${string}` }) {
  const { kind, path } = options
  const { jobs, follow } = useJobBoard()
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const running = jobs.some((job) => job.kind === kind && !isFinished(job.status))

  async function start() {
    if (asking || running) return
    setAsking(true)
    const { value, error } = await callApi<{ jobId: string }>({ path, method: 'POST' })
    setError(error ?? null)
    if (value) await follow(value.jobId)
    setAsking(false)
  }

  return { running, asking, error, start }
}
