import { rename } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { bert, clip, openServing, type TestRecords } from '../fixtures/articles.js'
import { createTestRecords } from '../fixtures/create-test-records.js'

const tagsOf = async ({ database }: TestRecords) =>
  Object.fromEntries(
    (await database.documents.list()).documents.map(({ uri, tags }) => [path.basename(uri), [...tags].sort()]),
  )

const findTitles = async (
  records: TestRecords,
  filters: Parameters<Awaited<ReturnType<typeof openServing>>['findOrdinals']>[0],
) => {
  const generation = await openServing(records)
  const passages = generation.getPassages([...generation.findOrdinals(filters).values()])
  generation.close()
  return [...new Set(passages.map(({ title }) => title))].sort()
}

describe('tags', () => {
  it('that change alone make an updated document, found by them, and nothing is embedded again', async () => {
    const records = await createTestRecords()
    const ingest = (tags?: string[]) =>
      records.ingestor.ingest({ locations: [records.articles], ...(tags && { tags }) })
    await records.write({ 'bert.md': `---\ntags: [本]\n---\n${bert}`, 'clip.md': clip })
    await ingest(['一'])
    expect(await tagsOf(records)).toEqual({ 'bert.md': ['一', '本'], 'clip.md': ['一'] })
    const embedded = records.getEmbeddedCount()

    expect(await ingest()).toMatchObject({ updated: 0, unchanged: 2 })
    expect(await ingest(['一'])).toMatchObject({ updated: 0, unchanged: 2 })
    expect(await ingest(['二', '本'])).toMatchObject({ added: 0, updated: 2, unchanged: 0 })
    expect(await tagsOf(records)).toEqual({ 'bert.md': ['二', '本'], 'clip.md': ['二', '本'] })
    expect(await findTitles(records, { tags: ['二'] })).toEqual(['BERT', 'CLIP'])
    expect(await findTitles(records, { tags: ['一'] })).toEqual([])

    expect(await ingest([])).toMatchObject({ updated: 2 })
    expect(await tagsOf(records)).toEqual({ 'bert.md': ['本'], 'clip.md': [] })
    expect(await findTitles(records, { tags: ['本'] })).toEqual(['BERT'])
    expect(records.getEmbeddedCount()).toBe(embedded)
  })

  it('that were given stay when the file changes or moves', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert })
    await records.ingestor.ingest({ locations: [records.articles], tags: ['一'] })
    await records.write({ 'bert.md': `${bert}続きの文である。` })
    expect(await records.ingestor.ingest({ locations: [records.articles] })).toMatchObject({ updated: 1 })
    expect(await tagsOf(records)).toEqual({ 'bert.md': ['一'] })
    await rename(path.join(records.articles, 'bert.md'), path.join(records.articles, 'moved.md'))
    expect(await records.ingestor.ingest({ locations: [records.articles] })).toMatchObject({ moved: 1 })
    expect(await tagsOf(records)).toEqual({ 'moved.md': ['一'] })
  })

  it('come with texts too', async () => {
    const records = await createTestRecords()
    const ingest = (rest: { tags?: string[]; publishedAt?: string }) =>
      records.ingestor.ingestTexts({
        documents: [{ uri: 'text:a', title: '題', text: 'BERTは言語モデルである。', ...rest }],
      })
    expect(await ingest({ tags: ['一'] })).toMatchObject({ added: 1 })
    expect(await ingest({})).toMatchObject({ unchanged: 1 })
    expect(await ingest({ tags: ['二'] })).toMatchObject({ updated: 1 })
    expect(await findTitles(records, { tags: ['二'], sources: ['text:a'] })).toEqual(['題'])
    expect(await ingest({ publishedAt: '2019-05-01' })).toMatchObject({ updated: 1 })
    expect(await findTitles(records, { tags: ['二'], until: '2019-05-01' })).toEqual(['題'])
    expect(await ingest({ publishedAt: 'soon' })).toMatchObject({ failed: [{ uri: 'text:a', code: 'INPUT_INVALID' }] })
  })
})

describe('dates', () => {
  it('are those of publication where the source says so, else of the day it came in', async () => {
    const records = await createTestRecords()
    await records.write({
      'bert.md': `---\ndate: 2019-05-01\n---\n${bert}`,
      'clip.html':
        '<html lang="ja"><head><title>CLIP</title><meta property="article:published_time" content="2021-01-05T09:00:00+09:00"></head><p>CLIPは画像のモデルである。</p>',
      'plain.txt': '題名\n昔の話である。',
    })
    const before = new Date().toISOString()
    await records.ingestor.ingest({ locations: [records.articles] })
    const { documents } = await records.database.documents.list()
    expect(Object.fromEntries(documents.map(({ uri, publishedAt }) => [path.basename(uri), publishedAt]))).toEqual({
      'bert.md': '2019-05-01T00:00:00.000Z',
      'clip.html': '2021-01-05T00:00:00.000Z',
      'plain.txt': null,
    })
    expect(await findTitles(records, { until: '2019-12-31' })).toEqual(['BERT'])
    expect(await findTitles(records, { from: '2021-01-05', until: '2021-01-05' })).toEqual(['CLIP'])
    expect(await findTitles(records, { from: before })).toEqual(['題名'])
  })
})
