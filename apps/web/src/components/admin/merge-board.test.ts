import { expect, it } from 'vitest'
import type { JobView } from '@/server/http/describe-job'
import { mergeBoard } from './merge-board'

const job = (id: string, status: JobView['status']) => ({ id, status }) as JobView
const none = new Set<string>()

it('shows what is under way as it is told, what is new first', () => {
  const { jobs, missing } = mergeBoard({
    shown: [job('a', 'queued')],
    board: { jobs: [job('b', 'queued'), job('a', 'running')] },
    awaited: none,
  })
  expect(jobs.map(({ id, status }) => [id, status])).toEqual([
    ['b', 'queued'],
    ['a', 'running'],
  ])
  expect(missing).toEqual([])
})

it('asks for what is told no more, and keeps it until its end is known', () => {
  const shown = [job('gone', 'running'), job('done', 'succeeded')]
  const { jobs, missing } = mergeBoard({ shown, board: { jobs: [] }, awaited: new Set(['done']) })
  expect([jobs.map(({ id }) => id), missing]).toEqual([['gone', 'done'], ['gone']])
})

it('lets go of what ended by itself, unless it failed or somebody waits for it', () => {
  const shown = [job('own', 'succeeded'), job('scheduled', 'succeeded'), job('broken', 'failed')]
  const { jobs } = mergeBoard({ shown, board: { jobs: [] }, awaited: new Set(['own']) })
  expect(jobs.map(({ id }) => id)).toEqual(['own', 'broken'])
})

it('shows so many and no more', () => {
  const board = { jobs: Array.from({ length: 30 }, (_, at) => job(String(at), 'queued')) }
  expect(mergeBoard({ shown: [], board, awaited: none }).jobs).toHaveLength(20)
})
