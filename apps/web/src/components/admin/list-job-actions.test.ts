import type { IngestReport } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { listJobActions } from './list-job-actions'

const failed = { failed: [{ uri: 'a', code: 'SOURCE_EMPTY', message: 'm' }] } as IngestReport

describe('listJobActions', () => {
  it.each([
    ['queued', null, ['pause', 'cancel']],
    ['running', null, ['pause', 'cancel']],
    ['paused', null, ['resume', 'cancel']],
    ['failed', null, ['retry']],
    ['succeeded', failed, ['retry']],
    ['succeeded', { failed: [] as unknown } as IngestReport, []],
    ['cancelled', null, []],
  ] as const)('of a job that is %s', (status, result, actions) => {
    expect(listJobActions({ status, result })).toEqual(actions)
  })
})
