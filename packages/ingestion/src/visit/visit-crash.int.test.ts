import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { IngestReport } from '@shutten/core'
import { expect, it } from 'vitest'
import { bert, clip } from '../fixtures/articles.js'
import { counts, createSourceRecords, serveSite } from '../fixtures/create-source-records.js'
import { createJobJournal } from '../worker/create-job-journal.js'

const page = (title: string) => ({
  body: `<!doctype html><title>${title}</title><article><h1>${title}</h1><p>${title}は社内の手続きである。</p></article>`,
  etag: `"${encodeURIComponent(title)}"`,
})

it('that dies before the switch leaves what is known as it was, so that nothing is missed the next time', async () => {
  const { articles, write, add, visit, ingestor, sources, listTitles, clock } = await createSourceRecords()
  await write({ 'a.md': bert, 'b.md': clip })
  clock.advance(Date.now() - clock.now() + 60_000)
  const source = await add({ kind: 'folder', location: articles })
  await visit(source)
  const before = await sources.listItems({ sourceId: source.id })
  await write({ 'a.md': `${bert}\nのちに多くの後継が現れた。\n`, 'c.md': '# 旅費\n\n旅費は総務部に申請する。\n' })
  await rm(path.join(articles, 'b.md'))
  clock.advance(60_000)
  const dying = ingestor.ingestSource({
    sourceId: source.id,
    beforeSwitch: () => Promise.reject(new Error('killed')),
  })
  await expect(dying).rejects.toThrow('killed')
  expect(await sources.listItems({ sourceId: source.id })).toEqual(before)
  expect(await listTitles()).toEqual(['BERT', 'CLIP'])
  expect(counts(await visit(source))).toEqual({ added: 1, updated: 1, deleted: 1 })
  expect(counts(await visit(source))).toEqual({ unchanged: 2 })
})

it('that dies right after the switch finds what serves by then, and completes what is known', async () => {
  const { articles, write, add, visit, sources, clock } = await createSourceRecords()
  await write({ 'a.md': bert, 'b.md': clip })
  clock.advance(Date.now() - clock.now() + 60_000)
  const source = await add({ kind: 'folder', location: articles })
  const { saveVisit } = sources
  sources.saveVisit = () => Promise.reject(new Error('killed'))
  await expect(visit(source)).rejects.toThrow('killed')
  sources.saveVisit = saveVisit
  expect(await sources.listItems({ sourceId: source.id })).toEqual([])
  expect(counts(await visit(source))).toEqual({ unchanged: 2 })
  expect(await sources.listItems({ sourceId: source.id })).toHaveLength(2)
})

it('goes on where it was: pages that were read are not asked for again', async () => {
  const { add, database, ingestor, sources } = await createSourceRecords()
  const pages: Record<string, ReturnType<typeof page> & { type?: string }> = {}
  for (const name of ['一', '二', '三', '四']) pages[`/${encodeURIComponent(name)}`] = page(name)
  const site = await serveSite(pages)
  const urls = Object.keys(pages).map((at) => `<url><loc>${site.origin}${at}</loc></url>`)
  pages['/sitemap.xml'] = { body: `<urlset>${urls.join('')}</urlset>`, etag: '"s"', type: 'application/xml' }
  const source = await add({ kind: 'sitemap', location: `${site.origin}/sitemap.xml` })
  const { job } = await sources.startRun({ id: source.id })
  const journal = createJobJournal({ items: database.jobItems, jobId: job.id })
  const run = (options: { signal?: AbortSignal; onProgress?: (at: { documents: { done: number } }) => void }) =>
    ingestor.ingestSource({ sourceId: source.id, journal, ...options })
  const killed = new AbortController()
  const cut = run({
    signal: killed.signal,
    onProgress: ({ documents }) => documents.done === 2 && killed.abort(new Error('killed')),
  })
  await expect(cut).rejects.toThrow('killed')
  expect(site.takeAnswers().filter((answer) => !answer.includes('sitemap'))).toHaveLength(2)
  expect(await sources.listItems({ sourceId: source.id })).toEqual([])
  const report: IngestReport = await run({})
  expect(counts(report)).toEqual({ added: 4 })
  expect(site.takeAnswers()).toHaveLength(2)
  expect(await sources.listItems({ sourceId: source.id })).toMatchObject(
    Object.keys(pages)
      .filter((at) => at !== '/sitemap.xml')
      .sort()
      .map((at) => ({ uri: site.origin + at, validators: { etag: pages[at]?.etag } })),
  )
})

it('that is taken up again when something else serves by then lists anew: what was gone may be back', async () => {
  const { articles, write, add, visit, ingestor, sources, database, listTitles, clock } = await createSourceRecords()
  await write({ 'a.md': bert, 'b.md': clip })
  clock.advance(Date.now() - clock.now() + 60_000)
  const source = await add({ kind: 'folder', location: articles })
  await visit(source)
  await rm(path.join(articles, 'b.md'))
  const { job } = await sources.startRun({ id: source.id })
  const journal = createJobJournal({ items: database.jobItems, jobId: job.id })
  const run = (options: { beforeSwitch?: () => Promise<void> } = {}) =>
    ingestor.ingestSource({ sourceId: source.id, journal, ...options })
  await expect(run({ beforeSwitch: () => Promise.reject(new Error('killed')) })).rejects.toThrow('killed')
  await write({ 'b.md': clip, 'c.md': '# 旅費\n\n旅費は総務部に申請する。\n' })
  clock.advance(60_000)
  expect(counts(await visit(source))).toEqual({ added: 1, unchanged: 2 })
  expect(counts(await run())).toEqual({ unchanged: 3 })
  expect(await listTitles()).toEqual(['BERT', 'CLIP', '旅費'])
})
