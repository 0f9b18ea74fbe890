import type { JobProgress } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { findActivity } from './find-activity'

const at = '2026-01-01T00:00:00.000Z'
const progress = (part: Partial<JobProgress>): JobProgress => ({
  phase: 'reading',
  documents: { done: 0, total: 1 },
  passages: { done: 0, total: 0 },
  movedAt: at,
  ...part,
})
const find = (seconds: number, part: Partial<JobProgress> = {}, status: 'running' | 'paused' = 'running') =>
  findActivity({ job: { status, progress: progress(part), startedAt: at }, now: Date.parse(at) + seconds * 1_000 })

describe('findActivity', () => {
  it('tells working from stalled by the time that nothing was got done', () => {
    expect(find(30)).toBe('working')
    expect(find(61)).toBe('stalled')
    expect(findActivity({ job: { status: 'running', progress: null, startedAt: at }, now: Date.parse(at) })).toBe(
      'working',
    )
  })

  it('tells starved as long as a source is waited for, and no longer', () => {
    const starved = { state: 'starved', starvedUntil: '2026-01-01T00:05:00.000Z' } as const
    expect(find(200, starved)).toBe('starved')
    expect(find(400, starved)).toBe('stalled')
  })

  it('says nothing of a job that does not run', () => expect(find(400, {}, 'paused')).toBeNull())
})
