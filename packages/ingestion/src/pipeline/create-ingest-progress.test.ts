import type { JobProgress } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { createIngestProgress } from './create-ingest-progress.js'

function begin() {
  let now = Date.parse('2026-01-01T00:00:00Z')
  const seen: JobProgress[] = []
  const progress = createIngestProgress({ onProgress: (one) => seen.push(one), now: () => now })
  return { progress, pass: (milliseconds: number) => (now += milliseconds), last: () => seen.at(-1) as JobProgress }
}

describe('createIngestProgress', () => {
  it('tells how fast passages are got done, and how long the rest takes', () => {
    const { progress, pass, last } = begin()
    progress.set({ phase: 'embedding', passages: { done: 0, total: 1_000 } })
    expect(last()).not.toHaveProperty('passagesPerSecond')
    pass(10_000)
    progress.set({ passages: { done: 100 } })
    expect(last()).toMatchObject({ passagesPerSecond: 10, secondsLeft: 90, movedAt: '2026-01-01T00:00:10.000Z' })
  })

  it('follows a change of pace', () => {
    const { progress, pass, last } = begin()
    progress.set({ phase: 'embedding', passages: { done: 0, total: 10_000 } })
    for (let done = 1; done <= 10; done++) {
      pass(10_000)
      progress.set({ passages: { done: done * 100 } })
    }
    for (let done = 1; done <= 4; done++) {
      pass(10_000)
      progress.set({ passages: { done: 1_000 + done * 10 } })
    }
    expect(last().passagesPerSecond).toBe(1)
  })

  it('forgets the pace of a phase with it', () => {
    const { progress, pass, last } = begin()
    progress.set({ phase: 'embedding', passages: { done: 0, total: 10 } })
    pass(5_000)
    progress.set({ passages: { done: 10 } })
    progress.set({ phase: 'verifying' })
    expect(last()).not.toHaveProperty('secondsLeft')
  })

  it('tells until when there is nothing to do', () => {
    const { progress, last } = begin()
    const until = new Date('2026-01-01T00:01:00Z')
    progress.setStarved(until)
    expect(last()).toMatchObject({ state: 'starved', starvedUntil: until.toISOString() })
    progress.setStarved(null)
    expect(last()).toMatchObject({ state: 'working' })
    expect(last()).not.toHaveProperty('starvedUntil')
  })

  it('tells whose answer is waited for', () => {
    const { progress, last } = begin()
    progress.setFetching('slow.example')
    expect(last()).toMatchObject({ state: 'working', fetchingFrom: 'slow.example' })
    progress.setFetching(null)
    expect(last()).not.toHaveProperty('fetchingFrom')
  })
})
