import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createSuiteFolder } from '@shutten/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestServer, type TestServer } from '@/server/fixtures/create-test-server'
import { streamBoard } from '@/server/http/stream-board'
import * as sourceRoute from '../../sources/[id]/route'
import * as previews from '../../sources/previews/route'
import * as sources from '../../sources/route'
import * as uploadJob from '../../uploads/[id]/job/route'
import * as upload from '../../uploads/[id]/route'
import { POST } from './route'

const folder = createSuiteFolder()
const data = path.join(folder, 'data')
let server: TestServer
let clean = async () => {}
beforeAll(async () => {
  server = await createTestServer(data, {}, (end) => {
    clean = end
  })
  const { ingestion } = server.database
  const versions = []
  for (const name of ['a', 'b', 'c'])
    versions.push(
      await ingestion.stageVersion({
        uri: `file:///${name}.md`,
        mediaType: name === 'c' ? 'text/html' : 'text/markdown',
        contentHash: createHash('sha256').update(name).digest('hex'),
        document: {
          title: `題 ${name}`,
          language: 'ja',
          text: '本文。',
          blocks: [],
          tags: name === 'a' ? ['規程'] : [],
        },
        chunks: [],
        chunker: 'c',
      }),
    )
  await ingestion.switchTo({ generationId: 'g1', versions, counts: { documents: 3, passages: 0 }, embedder: 'e' })
})
afterAll(() => clean())

const json = (headers: Record<string, string>, body: unknown) => ({
  headers: { ...headers, 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})

it('does the same to those that are chosen, or to all that match, and only to as many as were seen', async () => {
  const { as, call, database } = server
  const { documentBrowser, jobs, jobItems } = database
  const change = (body: unknown) => call(POST, json(as.editor, body))
  const [first] = await documentBrowser.select({ filter: { query: '題 A' } })
  const tag = { action: 'tag', add: ['x'], remove: [] }
  expect(await change({ change: tag, ids: [first?.id, 'gone'] })).toMatchObject({ status: 202, json: { documents: 1 } })
  const filter = { mediaType: 'text/markdown' }
  expect(await change({ change: { action: 'delete' }, filter, count: 1 })).toMatchObject({
    status: 409,
    json: { error: { code: 'DOCUMENTS_CHANGED' } },
  })
  const { status, json: told } = await change({ change: { action: 'delete' }, filter, count: 2 })
  expect([status, told]).toMatchObject([202, { documents: 2 }])
  const [job] = await jobs.list({ limit: 1 })
  expect(job?.request).toEqual({ kind: 'change-documents', change: { action: 'delete' }, count: 2 })
  expect((await jobItems.list({ jobId: job?.id ?? '' })).map(({ uri, action }) => [uri, action]).sort()).toEqual([
    ['file:///a.md', 'remove'],
    ['file:///b.md', 'remove'],
  ])
  expect(await change({ change: { action: 'reread' }, ids: ['gone'] })).toMatchObject({ status: 404 })
  for (const body of [{ change: { action: 'tag' }, ids: ['x'] }, { change: { action: 'burn' }, ids: ['x'] }, {}])
    expect(await change(body)).toMatchObject({ status: 400 })
  const { entries } = await database.audit.list({ action: 'document.change' })
  expect(entries.map(({ details }) => details)).toMatchObject([
    { action: 'delete', documents: 2, filter: '{"mediaType":"text/markdown"}' },
    { action: 'tag', add: 'x', documents: 1 },
  ])
})

it('narrows and orders the list by all that its address says', async () => {
  const { documentBrowser } = server.database
  const list = async (filter: object, order: 'updated' | 'title' = 'title', limit = 10, offset = 0) => {
    const { total, documents } = await documentBrowser.list({ filter, order, offset, limit })
    return [total, ...documents.map(({ title }) => title.slice(-1))]
  }
  expect(await list({})).toEqual([3, 'a', 'b', 'c'])
  expect(await list({}, 'title', 1, 1)).toEqual([3, 'b'])
  expect(await list({ query: 'B.MD' })).toEqual([1, 'b'])
  expect(await list({ tag: '規程' })).toEqual([1, 'a'])
  expect(await list({ mediaType: 'text/html', language: 'ja' })).toEqual([1, 'c'])
  expect(await list({ language: 'en' })).toEqual([0])
  expect(await list({ source: 'none' })).toEqual([3, 'a', 'b', 'c'])
  expect(await list({ source: 'unknown' })).toEqual([0])
})

it('takes files one by one and hands all that arrived to one job', async () => {
  const { as, database } = server
  const params = Promise.resolve({ id: 'upload-0001' })
  const send = async (name: string, content: string, headers = as.editor) => {
    const body = new FormData()
    body.append('files', new File([content], name), name)
    const request = new Request('http://docs.example/', { method: 'PUT', headers, body })
    const response = await upload.PUT(request, { params })
    return [response.status, await response.json()]
  }
  expect(await send('folder/a.md', 'A', as.reader)).toMatchObject([403, {}])
  expect(await send('folder/a.md', 'A')).toEqual([200, { files: ['folder/a.md'] }])
  expect(await send('b.exe', 'B')).toMatchObject([415, { error: { code: 'SOURCE_TYPE_UNSUPPORTED' } }])
  const before = await database.jobs.count()
  const take = async () => server.call(uploadJob.POST, { ...json(as.editor, {}), params: { id: 'upload-0001' } })
  const taken = await take()
  expect(taken).toMatchObject({ status: 202, json: { files: [{ name: 'folder/a.md' }] } })
  expect(await take()).toEqual(taken)
  expect(await database.jobs.count()).toBe(before + 1)
  const other = await server.call(uploadJob.POST, { ...json(as.editor, {}), params: { id: 'upload-0002' } })
  expect(other).toMatchObject({ status: 404, json: { error: { code: 'UPLOAD_NOT_FOUND' } } })
  const wrong = await server.call(uploadJob.POST, { ...json(as.editor, {}), params: { id: '../../etc' } })
  expect(wrong.status).toBe(400)
})

it('shows what a source would take to who may add it, and keeps nothing', async () => {
  const { as, call, database } = server
  const articles = path.join(folder, 'articles')
  await mkdir(articles)
  await writeFile(path.join(articles, 'a.md'), '# A')
  const look = (headers: Record<string, string>, body: object) => call(previews.POST, json(headers, body))
  const input = { kind: 'folder', location: articles }
  expect(await look(as.admin, input)).toMatchObject({ status: 200, json: { taken: { count: 1 } } })
  expect(await look(as.editor, input)).toMatchObject({ status: 403 })
  expect(await look(as.editor, { kind: 'url', location: 'http://10.0.0.1/' })).toMatchObject({
    status: 403,
    json: { error: { code: 'SOURCE_FETCH_REFUSED' } },
  })
  expect(await look(as.admin, { ...input, include: ['['] })).toMatchObject({
    json: { error: { code: 'PATTERN_INVALID' } },
  })
  expect(await database.sources.list()).toEqual([])
})

it('tells who comes second that somebody else has changed a source, and changes nothing', async () => {
  const { as, call, database } = server
  const made = await call(
    sources.POST,
    json(as.admin, { kind: 'url', location: 'https://docs.example/', schedule: null }),
  )
  const { id, updatedAt } = made.json as unknown as { id: string; updatedAt: string }
  const edit = (body: object) => call(sourceRoute.PATCH, { method: 'PATCH', params: { id }, ...json(as.admin, body) })
  const changed = await edit({ tags: ['first'], updatedAt })
  expect(changed).toMatchObject({ status: 200, json: { tags: ['first'] } })
  expect(await edit({ tags: ['second'], updatedAt })).toMatchObject({
    status: 409,
    json: { error: { code: 'SOURCE_CHANGED' } },
  })
  expect((await database.sources.find(id))?.tags).toEqual(['first'])
  const { updatedAt: now } = changed.json as unknown as { updatedAt: string }
  expect(await edit({ tags: ['second'], updatedAt: now })).toMatchObject({ status: 200 })
})

it('tells by one stream what waits, how much, and whether somebody works it off', async () => {
  const { jobs, leases } = server.database
  const gone = new AbortController()
  const request = new Request('http://docs.example/', { signal: gone.signal })
  const response = streamBoard({ request, jobs, leases, intervalMs: 2, silenceMs: 60_000 })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => JSON.parse(/^data: (.*)$/m.exec((await reader?.read())?.value ?? '')?.[1] ?? 'null')
  const first = await next()
  expect(first).toMatchObject({ hasWorker: false, open: await jobs.count({ statuses: ['queued'] }) })
  await leases.acquire({ name: 'writer', owner: 'w', ttlMs: 60_000 })
  expect(await next()).toMatchObject({ hasWorker: true, open: first.open })
  await jobs.claim({ owner: 'w' })
  expect((await next()).jobs[0]).toMatchObject({ status: 'running' })
  gone.abort()
  expect(await next()).toBeNull()
  await leases.release({ name: 'writer', owner: 'w' })
})

it('takes no more jobs than can wait, and loses none that it took', async () => {
  const { as, database } = server
  const { jobs } = database
  while ((await jobs.count({ statuses: ['queued', 'running', 'paused'] })) < 200) await jobs.create({ kind: 'reindex' })
  const [document] = await database.documentBrowser.select({ filter: {} })
  const refused = await server.call(POST, json(as.editor, { change: { action: 'reread' }, ids: [document?.id] }))
  expect(refused).toMatchObject({ status: 503, json: { error: { code: 'QUEUE_FULL' } } })
  expect(await jobs.count({ statuses: ['queued', 'running', 'paused'] })).toBe(200)
})
