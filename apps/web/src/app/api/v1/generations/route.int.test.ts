import { createSuiteFolder } from '@shutten/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTestServer, fillDataFolder, runShutten } from '@/server/fixtures/create-test-server'
import { POST as serve, GET as serveByGet } from './[id]/serve/route'
import { GET } from './route'

const folder = createSuiteFolder()
let dataFolder: string

beforeAll(() => {
  dataFolder = fillDataFolder({
    folder,
    texts: ['# 窓口\n\n受付は9時から17時までである。\n', '# 窓口\n\n受付は10時から18時までである。\n'],
  })
})

async function begin() {
  const server = await createTestServer(dataFolder)
  const { json } = await server.call(GET, { method: 'GET', headers: server.as.admin })
  const all = json.generations as unknown as { id: string; isServing: boolean }[]
  const kept = all.find(({ isServing }) => !isServing)?.id ?? ''
  return { ...server, all, kept }
}

describe('GET /api/v1/generations', () => {
  it('lists what serves and what is kept, for those who edit', async () => {
    const { as, call, all } = await begin()
    expect(all.map(({ isServing }) => isServing).sort()).toEqual([false, true])
    const edited = await call(GET, { method: 'GET', headers: as.editor })
    expect(edited).toMatchObject({ status: 200, json: { generations: all } })
    expect(edited.headers.get('cache-control')).toBe('no-store')
    expect(await call(GET, { method: 'GET' })).toMatchObject({
      status: 401,
      json: { error: { code: 'UNAUTHENTICATED' } },
    })
    expect(await call(GET, { method: 'GET', headers: as.reader })).toMatchObject({
      status: 403,
      json: { error: { code: 'FORBIDDEN' } },
    })
  })
})

describe('POST /api/v1/generations/:id/serve', () => {
  it('is for administrators, and from their own pages', async () => {
    const { as, call, kept, database } = await begin()
    const params = { id: kept }
    const refused = [
      [as.nobody, 401, 'UNAUTHENTICATED'],
      [{ authorization: 'Bearer shutten_wrong' }, 401, 'UNAUTHENTICATED'],
      [as.reader, 403, 'FORBIDDEN'],
      [as.editor, 403, 'FORBIDDEN'],
      [{ ...as.signedIn, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403, 'FORBIDDEN'],
    ] as const
    for (const [headers, status, code] of refused)
      expect(await call(serve, { headers, params })).toMatchObject({ status, json: { error: { code } } })
    const other = await call(serveByGet, { method: 'GET', headers: as.admin, params })
    expect(other).toMatchObject({ status: 405, json: { error: { code: 'METHOD_NOT_ALLOWED' } } })
    expect(other.headers.get('allow')).toBe('POST')
    expect(await database.jobs.list({ statuses: ['queued'] })).toEqual([])
  })

  it.each(['unheard-of', '', '../../shutten.db', '20261122T000000Z-000000', "'; DROP TABLE Job; --"])(
    'knows no generation %j, and queues nothing',
    async (id) => {
      const { as, call, database } = await begin()
      expect(await call(serve, { headers: as.admin, params: { id } })).toMatchObject({
        status: 404,
        json: { error: { code: 'GENERATION_NOT_KEPT', suggestion: expect.stringContaining('/api/v1/generations') } },
      })
      expect(await database.jobs.list({ statuses: ['queued'] })).toEqual([])
    },
  )

  it('queues the job, after which the kept one serves', async () => {
    const { as, call, kept, database, all } = await begin()
    const queued = await call(serve, { headers: as.signedIn, params: { id: kept } })
    expect(queued.status).toBe(202)
    const job = await database.jobs.find(queued.json.jobId as unknown as string)
    expect(job).toMatchObject({ status: 'queued', request: { kind: 'rollback', generation: kept } })
    // Whoever works next works it off first.
    const report = runShutten(dataFolder, ['hygiene', 'apply'])
    expect(report).toMatchObject({ generation: kept })
    expect((await database.ingestion.findServing())?.id).toBe(kept)
    const { json } = await call(GET, { method: 'GET', headers: as.admin })
    const now = json.generations as unknown as typeof all
    expect(now.find(({ isServing }) => isServing)?.id).toBe(kept)
    expect(now).toHaveLength(2)
  })
})
