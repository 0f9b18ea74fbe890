'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import type { JobView } from '@/server/http/describe-job'
import { callApi } from './call-api'
import { JobBoardContext } from './job-board-context'

/** Holds the jobs that the admin follows: those under way when the page was made, and those asked for since. */
export function JobBoardProvider({ open, children }: { open: readonly JobView[]; children: ReactNode }) {
  const [jobs, setJobs] = useState(open)
  const [known, setKnown] = useState(open)
  const router = useRouter()
  // Work that began elsewhere comes with the next rendering by the server.
  if (known !== open) {
    setKnown(open)
    const fresh = open.filter((job) => !jobs.some(({ id }) => id === job.id))
    if (fresh.length > 0) setJobs([...fresh, ...jobs])
  }
  const update = useCallback((job: JobView) => {
    setJobs((before) =>
      before.some(({ id }) => id === job.id) ? before.map((old) => (old.id === job.id ? job : old)) : [job, ...before],
    )
  }, [])
  const follow = useCallback(
    async (jobId: string) => {
      const { value } = await callApi<JobView>({ path: `/api/v1/jobs/${jobId}`, method: 'GET' })
      if (!value) return
      update(value)
      router.refresh()
    },
    [update, router],
  )
  const dismiss = useCallback((jobId: string) => setJobs((before) => before.filter(({ id }) => id !== jobId)), [])
  const board = useMemo(() => ({ jobs, follow, update, dismiss }), [jobs, follow, update, dismiss])
  return <JobBoardContext value={board}>{children}</JobBoardContext>
}
