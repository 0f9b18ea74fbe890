import type { Job } from '@shutten/core'
import { expect, it } from 'vitest'
import { estimateRebuild } from './estimate-rebuild'

const job = (kind: string, result: object | null) => ({ request: { kind }, result }) as unknown as Job

it('goes by the pace of the last rebuild', () => {
  const done = [
    job('delete', { deleted: 'd', seconds: 9 }),
    job('reindex', { passages: 0, seconds: 1 }),
    job('reindex', { passages: 200, seconds: 50 }),
    job('reindex', { passages: 1, seconds: 90 }),
  ]
  expect(estimateRebuild({ passages: 400, done })).toEqual({ passages: 400, seconds: 100 })
  expect(estimateRebuild({ passages: 400, done: done.slice(0, 2) })).toEqual({ passages: 400, seconds: null })
})
