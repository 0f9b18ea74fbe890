import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { expect, it } from 'vitest'
import { createTestServer } from '@/server/fixtures/create-test-server'
import { GET, POST } from './route'

const folder = createSuiteFolder()

it('decides about many at once for administrators only, and leaves what has changed', async () => {
  const { as, call, database } = await createTestServer(path.join(folder, 'data'))
  const { quarantine, jobs } = database
  for (const name of ['a', 'b', 'c'])
    await quarantine.hold({
      uri: `https://example.org/${name}`,
      title: name,
      mediaType: 'text/html',
      text: '文',
      textHash: name,
      findings: [],
    })
  const held = (await quarantine.list()).documents
  const documents = held.map(({ id, title }) => ({ id, textHash: title === 'c' ? 'as it was' : title }))
  const decide = (headers: Record<string, string>, decision: string, of: object[] = documents) =>
    call(POST, {
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ decision, documents: of }),
    })
  for (const [headers, status] of [
    [as.nobody, 401],
    [as.reader, 403],
    [as.editor, 403],
    [{ ...as.signedIn, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
  ] as const)
    expect(await decide(headers, 'release')).toMatchObject({ status })
  expect(await call(GET, { method: 'GET', headers: as.admin })).toMatchObject({ status: 405 })
  for (const [decision, of] of [
    ['forget', documents],
    ['reject', []],
    ['reject', Array(201).fill({ id: 'x' })],
  ] as const)
    expect(await decide(as.admin, decision, [...of])).toMatchObject({ status: 400 })
  expect((await quarantine.list({ statuses: ['held'] })).total).toBe(3)

  expect(await decide(as.signedIn, 'release')).toMatchObject({
    status: 202,
    json: { decided: [expect.anything(), expect.anything()], failed: [{ code: 'QUARANTINE_CHANGED' }] },
  })
  expect((await jobs.list()).map(({ request }) => request)).toMatchObject([{ kind: 'ingest' }])
  expect((await quarantine.list({ statuses: ['held'] })).documents.map(({ title }) => title)).toEqual(['c'])
  const last = held.find(({ title }) => title === 'c')
  expect(await decide(as.admin, 'reject', [{ id: last?.id, textHash: 'c' }])).toMatchObject({
    status: 200,
    json: { decided: [last?.id], jobIds: [], failed: [] },
  })
  expect(await jobs.list()).toHaveLength(1)
})
