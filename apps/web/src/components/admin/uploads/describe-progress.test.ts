import type { JobItem, JobProgress } from '@shutten/core'
import { expect, it } from 'vitest'
import { describeProgress } from './describe-progress'

const taken = { state: 'taken', error: null } as const
const at = (phase: JobProgress['phase']) => ({
  status: 'running' as const,
  progress: { phase, documents: { done: 0, total: 1 }, passages: { done: 0, total: 1 } },
  error: null,
})
const item = (more: Partial<JobItem>) => ({
  ...{
    uri: 'file:///a.md',
    action: 'read' as const,
    status: 'waiting' as const,
    outcome: null,
    attempts: 0,
    error: null,
  },
  ...more,
})
const done = item({ status: 'done', outcome: 'added', attempts: 1 })
const error = { code: 'SOURCE_SCANNED', message: 'm', suggestion: 's' }

it.each([
  ['sending', { entry: { state: 'sending', error: null }, job: null, items: [] }],
  ['queued', { entry: taken, job: null, items: [] }],
  ['queued', { entry: taken, job: { ...at('reading'), status: 'queued' }, items: [] }],
  ['queued', { entry: taken, job: at('reading'), items: [item({ action: 'list' }), item({})] }],
  ['reading', { entry: taken, job: at('reading'), items: [item({ attempts: 1 })] }],
  ['reading', { entry: taken, job: at('reading'), items: [done] }],
  // An archive: one of its files is still to come.
  ['reading', { entry: taken, job: at('reading'), items: [done, item({ uri: 'file:///a.zip!/b.md' })] }],
  ['embedding', { entry: taken, job: at('embedding'), items: [done] }],
  ['building', { entry: taken, job: at('verifying'), items: [done] }],
  ['done', { entry: taken, job: { ...at('done'), status: 'succeeded' }, items: [done] }],
  ['quarantined', { entry: taken, job: at('embedding'), items: [item({ status: 'done', outcome: 'quarantined' })] }],
  ['failed', { entry: taken, job: at('embedding'), items: [item({ status: 'failed', error })] }],
  ['failed', { entry: taken, job: { ...at('embedding'), status: 'failed', error }, items: [done] }],
  ['paused', { entry: taken, job: { ...at('embedding'), status: 'paused' }, items: [done] }],
  ['cancelled', { entry: taken, job: { ...at('embedding'), status: 'cancelled' }, items: [] }],
] as const)('says %s', (state, given) => {
  expect(describeProgress(given)).toMatchObject({ state, ...(state === 'failed' && { error }) })
})
