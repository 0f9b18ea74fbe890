'use client'

import type { JobItem } from '@shutten/core'
import { useEffect, useState } from 'react'
import type { JobView } from '@/server/http/describe-job'
import { isFinished } from '@/server/http/is-finished'
import { callApi } from '../call-api'

/** A job of files that were sent here, with what became of each. */
export interface UploadJob {
  job: JobView
  /** By the address of the file, those in an archive under that of the archive. */
  items: ReadonlyMap<string, JobItem[]>
}

const pageSize = 500
/** As many files as can be dropped at once, each listed and read. */
const mostItems = 12_000
const intervalMs = 1_500

/** Asks how the jobs go on until all have ended. */
export function useUploadJobs(jobIds: readonly string[]): ReadonlyMap<string, UploadJob> {
  const [jobs, setJobs] = useState<ReadonlyMap<string, UploadJob>>(new Map())
  const ids = jobIds.join(' ')
  useEffect(() => {
    if (ids === '') return
    const left = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const ended = new Set<string>()
    let largest = 0
    const look = async () => {
      for (const id of ids.split(' ')) {
        if (ended.has(id) || document.hidden) continue
        const found = await fetchJob(id, left.signal)
        if (left.signal.aborted) return
        if (!found) continue
        if (isFinished(found.job.status)) ended.add(id)
        largest = Math.max(largest, found.items.size)
        setJobs((before) => new Map(before).set(id, found))
      }
      // A job that has ended can be tried again: it is asked for, less often; so is one of thousands of files.
      const isOver = ended.size >= ids.split(' ').length
      if (isOver) ended.clear()
      const isQuiet = isOver || largest > pageSize * 2
      timer = setTimeout(look, isQuiet ? intervalMs * 4 : intervalMs)
    }
    void look()
    return () => {
      clearTimeout(timer)
      left.abort()
    }
  }, [ids])
  return jobs
}

async function fetchJob(id: string, signal: AbortSignal): Promise<UploadJob | null> {
  const { value: job } = await callApi<JobView>({ path: `/api/v1/jobs/${id}`, method: 'GET', signal })
  if (!job) return null
  const items = new Map<string, JobItem[]>()
  for (let offset = 0; offset < mostItems; offset += pageSize) {
    const path = `/api/v1/jobs/${id}/items?offset=${offset}&limit=${pageSize}`
    const { value } = await callApi<{ items: JobItem[] }>({ path, method: 'GET', signal })
    for (const item of value?.items ?? []) {
      const uri = item.uri.split('!/')[0] ?? item.uri
      items.set(uri, [...(items.get(uri) ?? []), item])
    }
    if ((value?.items.length ?? 0) < pageSize) break
  }
  return { job, items }
}
