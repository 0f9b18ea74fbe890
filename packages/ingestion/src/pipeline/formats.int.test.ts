import { rename, unlink } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { bert, clip, listUris, openServing, searchBoth } from '../fixtures/articles.js'
import { buildPdf } from '../fixtures/awkward/build-pdf.js'
import { buildZip } from '../fixtures/awkward/build-zip.js'
import { createTestRecords } from '../fixtures/create-test-records.js'

const line = (text: string) => [{ text, x: 70, y: 150, size: 10, font: 'across' as const }]

describe('an archive', () => {
  it('is as many documents as it holds files that are read, those of archives inside it among them', async () => {
    const records = await createTestRecords()
    const inner = await buildZip({ 'c.txt': '内側の書庫にある文章である。' })
    await records.write({
      'all.zip': await buildZip({ 'a.md': bert, 'sub/b.md': clip, 'x.png': 'x', 'inner.zip': inner, 'empty.txt': '' }),
    })
    const report = await records.ingestor.ingest({ locations: [records.articles] })
    expect(report).toMatchObject({ added: 3, documents: 3, failed: [{ code: 'SOURCE_EMPTY' }] })
    expect(report.failed[0]?.uri).toMatch(/all\.zip!\/empty\.txt$/)
    expect(await listUris(records)).toEqual(['all.zip!/a.md', 'all.zip!/inner.zip!/c.txt', 'all.zip!/sub/b.md'])
    expect((await searchBoth(records, '画像と文章')).lexical?.uri).toMatch(/b\.md$/)
  })

  it('is brought up to date file by file, moved with its files, and removed with them', async () => {
    const records = await createTestRecords()
    await records.write({ 'all.zip': await buildZip({ 'a.md': bert, 'b.md': clip }), 'c.txt': '隣の文章である。' })
    const ingest = () => records.ingestor.ingest({ locations: [records.articles] })
    await ingest()
    const embedded = records.getEmbeddedCount()
    expect(await ingest()).toMatchObject({ added: 0, unchanged: 3, deleted: 0, documents: 3 })
    expect(records.getEmbeddedCount()).toBe(embedded)

    await records.write({
      'all.zip': await buildZip({ 'a.md': bert.replace('2018', '2019'), 'd.txt': '増えた文章。' }),
    })
    expect(await ingest()).toMatchObject({ added: 1, updated: 1, unchanged: 1, deleted: 1, documents: 3 })
    expect(await listUris(records)).toEqual(['all.zip!/a.md', 'all.zip!/d.txt', 'c.txt'])

    await rename(path.join(records.articles, 'all.zip'), path.join(records.articles, 'new.zip'))
    expect(await ingest()).toMatchObject({ added: 0, moved: 2, deleted: 0, documents: 3 })
    expect(await listUris(records)).toEqual(['c.txt', 'new.zip!/a.md', 'new.zip!/d.txt'])

    await unlink(path.join(records.articles, 'new.zip'))
    expect(await ingest()).toMatchObject({ deleted: 2, documents: 1 })
  })

  it('that is refused leaves its documents as they were', async () => {
    const records = await createTestRecords()
    const whole = await buildZip({ 'a.md': bert, 'b.md': clip })
    await records.write({ 'all.zip': whole })
    const ingest = () => records.ingestor.ingest({ locations: [records.articles] })
    await ingest()
    await records.write({ 'all.zip': whole.slice(0, whole.length - 30) })
    const report = await ingest()
    expect(report).toMatchObject({ deleted: 0, documents: 2 })
    expect(report.failed).toHaveLength(1)
    expect(report.failed[0]?.code).toMatch(/^SOURCE_/)
  })
})

describe('a document with pages', () => {
  it('has passages that know theirs, by whatever name it comes', async () => {
    const records = await createTestRecords()
    const pages = [line('最初の頁には序文が書いてある。'), line('二頁目には高炉の温度が摂氏千五百度だと書いてある。')]
    await records.write({ 'manual.txt': buildPdf({ pages }) })
    expect(await records.ingestor.ingest({ locations: [records.articles] })).toMatchObject({ added: 1, failed: [] })
    const [document] = (await records.database.documents.list()).documents
    expect(document?.mediaType).toBe('application/pdf')
    const generation = await openServing(records)
    const passages = generation.getDocumentPassages(document?.id ?? '')
    generation.close()
    const at = passages[0]?.text.indexOf('二頁目') ?? -1
    const start = (passages[0]?.start ?? 0) + at
    expect(at).toBeGreaterThan(0)
    expect(passages[0]?.places?.findLast((one) => one.start <= start)?.place).toEqual({ page: 2 })
  })
})
