'use client'

import { useEffect, useState } from 'react'
import type { JobView } from '@/server/http/describe-job'
import { isFinished } from '@/server/http/is-finished'

/**
 * A job as it stands now, by server-sent events. After a lost connection the browser comes back by itself and is told
 * the present state first; when the server turned it away, this asks again every few seconds.
 */
export function useJob(initial: JobView): { job: JobView; connected: boolean } {
  const [job, setJob] = useState(initial)
  const [connected, setConnected] = useState(true)
  const finished = isFinished(job.status)
  useEffect(() => {
    if (finished) return
    let source: EventSource
    let retry: ReturnType<typeof setTimeout> | undefined
    const connect = () => {
      source = new EventSource(`/api/v1/jobs/${initial.id}/events`)
      source.addEventListener('job', (event) => setJob(JSON.parse(event.data)))
      source.onopen = () => setConnected(true)
      source.onerror = () => {
        setConnected(false)
        if (source.readyState === EventSource.CLOSED) retry = setTimeout(connect, 3000)
      }
    }
    connect()
    return () => {
      clearTimeout(retry)
      source.close()
    }
  }, [initial.id, finished])
  return { job, connected: connected || finished }
}
