import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { createTestServer } from '@/server/fixtures/create-test-server'
import { GET, POST } from './route'

const folder = createSuiteFolder()

it('queues the job for administrators only', async () => {
  const { as, call, database } = await createTestServer(path.join(folder, 'data'))
  for (const [headers, status, code] of [
    [as.nobody, 401, 'UNAUTHENTICATED'],
    [as.reader, 403, 'FORBIDDEN'],
    [as.editor, 403, 'FORBIDDEN'],
    [{ ...as.signedIn, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403, 'FORBIDDEN'],
  ] as const)
    expect(await call(POST, { headers })).toMatchObject({ status, json: { error: { code } } })
  expect(await call(GET, { method: 'GET', headers: as.admin })).toMatchObject({ status: 405 })
  expect(await database.jobs.list()).toEqual([])
  // A body is not asked for: one that is sent changes nothing.
  for (const headers of [as.admin, as.signedIn])
    expect(await call(POST, { headers, body: 'no JSON' })).toMatchObject({
      status: 202,
      json: { jobId: expect.any(String) },
    })
  const jobs = await database.jobs.list()
  expect(jobs.map(({ status, request }) => [status, request])).toEqual(
    Array(2).fill(['queued', { kind: 'apply-policy' }]),
  )
})
