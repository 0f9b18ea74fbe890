'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import type { JobView } from '@/server/http/describe-job'
import type { Board } from '@/server/http/follow-board'
import { isFinished } from '@/server/http/is-finished'
import { callApi } from './call-api'
import { JobBoardContext } from './job-board-context'
import { mergeBoard } from './merge-board'
import { useBoardEvents } from './use-board-events'

/** Holds the jobs that the admin follows: those under way, and those asked for here. One stream tells of all of them. */
export function JobBoardProvider({ board: first, children }: { board: Board; children: ReactNode }) {
  const router = useRouter()
  const [jobs, setJobs] = useState<readonly JobView[]>(first.jobs)
  const [{ open, hasWorker }, setState] = useState(first)
  const shown = useRef(jobs)
  // What is under way when a page is opened is waited for, too.
  const awaited = useRef(new Set(first.jobs.map(({ id }) => id)))

  const isStale = useRef(false)
  const holds = useRef(0)
  // Where the server is not reached or the session has ended, Next leaves the page for a new one, and what was typed or is
  // being sent there is lost: the page stays as it is until both are there again.
  const refresh = useCallback(async () => {
    isStale.current = holds.current > 0
    if (isStale.current) return
    const { value } = await callApi({ path: '/api/v1/session', method: 'GET' })
    if (value) router.refresh()
    else isStale.current = true
  }, [router])

  const holdPage = useCallback(() => {
    holds.current += 1
    return () => {
      holds.current -= 1
      if (isStale.current) void refresh()
    }
  }, [refresh])

  const show = useCallback((next: readonly JobView[]) => {
    shown.current = next
    setJobs(next)
  }, [])
  const update = useCallback(
    (job: JobView) => {
      const { current } = shown
      const before = current.find(({ id }) => id === job.id)
      const next = before ? current.map((old) => (old.id === job.id ? job : old)) : [job, ...current]
      show(mergeBoard({ shown: next, board: { jobs: [] }, awaited: awaited.current }).jobs)
      if (before && isFinished(job.status) && !isFinished(before.status)) void refresh()
    },
    [show, refresh],
  )
  const ask = useCallback(async (jobId: string) => {
    const { value } = await callApi<JobView>({ path: `/api/v1/jobs/${jobId}`, method: 'GET' })
    return value
  }, [])

  const connection = useBoardEvents({
    onBoard(board) {
      setState(board)
      if (isStale.current) void refresh()
      const { jobs, missing } = mergeBoard({ shown: shown.current, board, awaited: awaited.current })
      show(jobs)
      for (const id of missing) void ask(id).then((job) => job && update(job))
    },
    onReturn: () => void refresh(),
  })

  const follow = useCallback(
    async (jobId: string) => {
      awaited.current.add(jobId)
      const job = await ask(jobId)
      if (!job) return
      update(job)
      void refresh()
    },
    [ask, update, refresh],
  )
  const dismiss = useCallback(
    (jobId: string) => {
      awaited.current.delete(jobId)
      show(shown.current.filter(({ id }) => id !== jobId))
    },
    [show],
  )
  const value = useMemo(
    () => ({ jobs, open, hasWorker, connection, follow, dismiss, holdPage }),
    [jobs, open, hasWorker, connection, follow, dismiss, holdPage],
  )
  return <JobBoardContext value={value}>{children}</JobBoardContext>
}
