import type { IngestReport, KnownSourceItem, SourceDefinition } from '@shutten/core'
import { expect, it } from 'vitest'
import { sampleStaging } from './sample-staging.js'
import type { SuiteOptions } from './suite-options.js'

const definition: SourceDefinition = {
  kind: 'folder',
  location: '/記事',
  schedule: { cron: '*/5 * * * *', timeZone: 'Asia/Tokyo' },
  include: ['*.md'],
  exclude: [],
  language: 'ja',
  tags: ['規則'],
  allowedHosts: [],
  followedHosts: [],
  limits: { maxItems: 10, maxBytes: 10, timeoutMs: 10, minGapMs: 10 },
}
const item = (uri: string, change: Partial<KnownSourceItem> = {}): KnownSourceItem => ({
  uri,
  contentHash: 'h',
  revision: null,
  validators: null,
  origin: 'page',
  checkedAt: '2026-01-01T00:00:00.000Z',
  became: 'document',
  documentId: 'd',
  description: '["ja",[]]',
  ...change,
})
const report = (change: Partial<IngestReport> = {}): IngestReport => ({
  added: 0,
  updated: 0,
  unchanged: 3,
  moved: 0,
  deleted: 0,
  quarantined: 0,
  failed: [],
  documents: 1,
  passages: 1,
  generation: 'g',
  seconds: 1,
  ...change,
})
const t0 = new Date('2026-01-01T00:00:00Z')

export function sourceRepositorySuite({ open }: SuiteOptions): void {
  const create = async (options: Parameters<typeof open>[0] = {}) => {
    const { sources, jobs } = await open(options)
    const source = await sources.create({ name: '規程', definition, enabled: true, nextRunAt: t0 })
    return { sources, jobs, source }
  }

  it('keeps sources by name, changes and forgets them', async () => {
    const { sources, source } = await create({ clock: () => t0 })
    const at = t0.toISOString()
    expect(source).toEqual({
      ...definition,
      id: source.id,
      name: '規程',
      enabled: true,
      createdAt: at,
      updatedAt: at,
      nextRunAt: at,
      lastRunAt: null,
      lastJobId: null,
      validators: null,
    })
    expect([await sources.find(source.id), await sources.find('規程')]).toEqual([source, source])
    expect(await sources.find('none')).toBeNull()
    await sources.create({ name: 'あ', definition, enabled: false, nextRunAt: t0 })
    expect((await sources.list()).map(({ name }) => name)).toEqual(['あ', '規程'])
    const taken = { code: 'SOURCE_DEFINITION_INVALID' }
    await expect(sources.create({ name: 'あ', definition, enabled: true, nextRunAt: null })).rejects.toMatchObject(
      taken,
    )
    await expect(sources.update(source.id, { name: 'あ' })).rejects.toMatchObject(taken)
    await expect(sources.update('none', { enabled: false })).rejects.toMatchObject({ code: 'SOURCE_UNKNOWN' })
    const changed = await sources.update(source.id, { name: '規程', enabled: false, nextRunAt: null })
    expect(changed).toMatchObject({ name: '規程', enabled: false, nextRunAt: null, tags: ['規則'] })
    await sources.remove(source.id)
    expect(await sources.find(source.id)).toBeNull()
  })

  it('says which are due: those enabled, the longest waiting first', async () => {
    const { sources } = await open()
    const later = (minutes: number) => new Date(t0.getTime() + minutes * 60_000)
    for (const [name, enabled, nextRunAt] of [
      ['b', true, later(2)],
      ['a', true, later(1)],
      ['off', false, t0],
      ['never', true, null],
      ['c', true, later(3)],
    ] as const)
      await sources.create({ name, definition, enabled, nextRunAt })
    expect((await sources.listDue(later(2))).map(({ name }) => name)).toEqual(['a', 'b'])
  })

  it('queues one run at a time, and keeps those that tell something', async () => {
    const { sources, jobs, source } = await create()
    const first = await sources.startRun({ id: source.id })
    expect(first).toMatchObject({
      isNew: true,
      job: { status: 'queued', request: { kind: 'ingest-source', sourceId: source.id, name: '規程' } },
    })
    expect(await sources.find(source.id)).toMatchObject({ lastJobId: first.job.id, nextRunAt: t0.toISOString() })
    const nextRunAt = new Date('2026-02-01T00:00:00Z')
    expect(await sources.startRun({ id: source.id, nextRunAt })).toMatchObject({
      isNew: false,
      job: { id: first.job.id },
    })
    expect((await sources.find(source.id))?.nextRunAt).toBe(nextRunAt.toISOString())
    const run = async (result: IngestReport) => {
      const { job } = await sources.startRun({ id: source.id, isFull: true })
      await jobs.claim({ owner: 'w' })
      await jobs.succeed(job.id, result)
      return job.id
    }
    await jobs.cancel(first.job.id)
    const told = await run(report({ added: 1 }))
    const failed = await run(report({ failed: [{ uri: 'u', code: 'c', message: 'm' }] }))
    const idle = [await run(report()), await run(report()), await run(report())]
    const kept = (await jobs.list()).map(({ id }) => id)
    expect(kept).toEqual([idle[2], idle[1], failed, told, first.job.id])
    for (let at = 0; at < 25; at++) await run(report({ updated: 1 }))
    expect(await jobs.list()).toHaveLength(22)
    await expect(sources.startRun({ id: 'none' })).rejects.toMatchObject({ code: 'SOURCE_UNKNOWN' })
  })

  it('keeps one of the runs that failed in the same way, and says since when', async () => {
    let at = 0
    const { sources, jobs, source } = await create({ clock: () => new Date(t0.getTime() + at++ * 60_000) })
    const run = async (end: (id: string) => Promise<unknown>) => {
      const { job } = await sources.startRun({ id: source.id, isFull: true })
      await jobs.claim({ owner: 'w' })
      await end(job.id)
    }
    const listing =
      (uri: string, change: Partial<IngestReport> = {}) =>
      (id: string) =>
        jobs.succeed(id, report({ failed: [{ uri, code: 'SOURCE_FETCH_FAILED', message: `at ${at}` }], ...change }))
    const crash = (id: string) => jobs.fail(id, { code: 'DISK_FULL', message: 'm', suggestion: 's' })
    await run(listing('https://a/', { added: 2 }))
    await run(listing('https://a/'))
    const first = (await jobs.list({ limit: 1 }))[0]?.finishedAt
    for (let times = 0; times < 4; times++) await run(listing('https://a/'))
    await run(listing('https://b/'))
    for (let times = 0; times < 3; times++) await run(crash)
    await sources.startRun({ id: source.id })
    const [queued, ...runs] = await jobs.list()
    expect(queued?.status).toBe('queued')
    expect(runs.map(({ status, repeated }) => [status, repeated?.times ?? 1])).toEqual([
      ['failed', 3],
      ['succeeded', 1],
      ['succeeded', 5],
      ['succeeded', 1],
    ])
    expect(runs[2]).toMatchObject({ repeated: { times: 5, since: first }, result: { failed: [{ uri: 'https://a/' }] } })
    expect(runs[0]?.error?.code).toBe('DISK_FULL')
  })

  it('knows what a source held when it was last visited', async () => {
    const { sources, source } = await create({ clock: () => t0 })
    const validators = { uri: 'https://a/', etag: '"1"', lastModified: null }
    const items = [
      item('https://a/', { validators, revision: '2026' }),
      item('file:///x.zip', { became: 'archive', documentId: null, origin: 'file' }),
      item('file:///x.zip!/1.md'),
      item('file:///x.zip!/2.md', { became: 'quarantined', documentId: null }),
      item('file:///x.zipper'),
    ]
    await sources.saveVisit({ sourceId: source.id, items, gone: [], validators })
    const sorted = [...items].sort((a, b) => (a.uri < b.uri ? -1 : 1))
    expect(await sources.listItems({ sourceId: source.id })).toEqual(sorted)
    expect(await sources.listItems({ sourceId: source.id, offset: 1, limit: 1 })).toEqual([sorted[1]])
    expect(await sources.find(source.id)).toMatchObject({ validators, lastRunAt: t0.toISOString() })
    await sources.saveVisit({
      sourceId: source.id,
      items: [item('https://a/', { contentHash: 'other' })],
      gone: ['file:///x.zip'],
      validators: null,
    })
    expect(await sources.listItems({ sourceId: source.id })).toEqual([
      item('file:///x.zipper'),
      item('https://a/', { contentHash: 'other' }),
    ])
    expect((await sources.find(source.id))?.validators).toBeNull()
    await sources.saveVisit({ sourceId: source.id, items: [], gone: [], validators })
    expect((await sources.update(source.id, { definition: { ...definition, exclude: ['x'] } })).validators).toBeNull()
    await sources.remove(source.id)
    await sources.saveVisit({ sourceId: source.id, items, gone: [], validators })
    expect(await sources.listItems({ sourceId: source.id })).toEqual([])
  })

  it('counts the documents that serve, each once', async () => {
    const { sources, ingestion } = await open()
    const source = await sources.create({ name: 'x', definition, enabled: true, nextRunAt: null })
    const staged = await Promise.all(
      ['a', 'b'].map((uri) => ingestion.stageVersion(sampleStaging({ uri, sentences: [`${uri}の文。`] }))),
    )
    const serve = (generationId: string, versions: typeof staged) =>
      ingestion.switchTo({ generationId, versions, counts: { documents: 1, passages: 1 }, embedder: 'e' })
    const ids = staged.map(({ documentId }) => documentId)
    const items = ['a', 'b', 'a-again', 'gone'].map((uri, at) => item(uri, { documentId: ids[at % 2] ?? null }))
    await sources.saveVisit({ sourceId: source.id, items, gone: [], validators: null })
    expect(await sources.countDocuments()).toEqual(new Map())
    await serve('g1', staged)
    expect(await sources.countDocuments()).toEqual(new Map([[source.id, 2]]))
    await serve('g2', staged.slice(1))
    expect(await sources.countDocuments()).toEqual(new Map([[source.id, 1]]))
  })

  it('tells who holds an address or a document', async () => {
    const { sources, source } = await create()
    const other = await sources.create({ name: '他', definition, enabled: true, nextRunAt: null })
    for (const { id } of [source, other])
      await sources.saveVisit({ sourceId: id, items: [item('u'), item(id)], gone: [], validators: null })
    expect((await sources.listHolders({ uri: 'u' })).map(({ name }) => name).sort()).toEqual(['他', '規程'].sort())
    expect(await sources.listHolders({ uri: other.id })).toEqual([{ id: other.id, name: '他', uri: other.id }])
    expect(await sources.listHolders({ documentId: 'd' })).toHaveLength(4)
    expect(await sources.listHolders({ documentId: 'none' })).toEqual([])
  })

  it('tells what a source leaves to one that is older', async () => {
    let now = t0.getTime()
    const { sources, source } = await create({
      clock() {
        now += 1_000
        return new Date(now)
      },
    })
    const younger = await sources.create({ name: '他', definition, enabled: true, nextRunAt: null })
    const save = (sourceId: string, uris: string[]) =>
      sources.saveVisit({ sourceId, items: uris.map((uri) => item(uri)), gone: [], validators: null })
    await save(source.id, ['a', 'b'])
    await save(younger.id, ['b', 'c'])
    expect(await sources.listYielded(younger.id)).toEqual(['b'])
    expect(await sources.listYielded(source.id)).toEqual([])
  })

  it('keeps with the items of a run what it noted of them, until the run has succeeded', async () => {
    const { sources, jobs, jobItems: items } = await open()
    const source = await sources.create({ name: 'x', definition, enabled: true, nextRunAt: null })
    const { id: jobId } = (await sources.startRun({ id: source.id })).job
    const skipped = { excluded: 1, unsupported: 0, foreign: 0, unaddressed: 0 }
    const listing = { of: 'listing' as const, vouched: 2, failed: [], skipped, validators: null }
    const unread = { of: 'item' as const, listed: null, known: null }
    await items.begin({ jobId, base: null, items: [{ uri: 'u', action: 'list' }] })
    const read = ['1', '2', '3'].map((uri) => ({ uri, action: 'read' as const, visit: unread }))
    await items.expand({ jobId, position: 0, items: read, visit: listing })
    const known = { ...unread, known: item('1') }
    await items.finish({ jobId, position: 1, outcome: 'added', staged: null, visit: known })
    await items.finish({ jobId, position: 2, outcome: 'unchanged', staged: null })
    const all = [
      { position: 0, visit: listing },
      { position: 1, visit: known },
      { position: 2, visit: unread },
      { position: 3, visit: unread },
    ]
    expect(await items.listVisits({ jobId })).toEqual(all)
    expect(await items.listVisits({ jobId, offset: 1, limit: 2 })).toEqual(all.slice(1, 3))
    await items.fail({ jobId, position: 3, error: { code: 'c', message: 'm', suggestion: 's' }, nextAttemptAt: null })
    await jobs.claim({ owner: 'w' })
    await jobs.succeed(jobId, report())
    expect(await items.listVisits({ jobId })).toEqual(all.slice(3))
  })
}
