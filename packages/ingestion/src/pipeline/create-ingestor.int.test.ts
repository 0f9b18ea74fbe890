import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm, unlink } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { JobProgress } from '@shutten/core'
import Encoding from 'encoding-japanese'
import { describe, expect, it } from 'vitest'
import { createChunker } from '../chunk/create-chunker.js'
import { bert, clip, listUris, openServing, searchBoth } from '../fixtures/articles.js'
import { createTestRecords, getBundledEmbedder } from '../fixtures/create-test-records.js'
import { createIngestor } from './create-ingestor.js'
import { formatPassage } from './format-passage.js'

const encode = (text: string, to: 'SJIS' | 'EUCJP' | 'JIS') =>
  Uint8Array.from(Encoding.convert(text, { to, from: 'UNICODE', type: 'array' }) as unknown as number[])

describe('a first ingest', () => {
  it('brings a folder in, so that both indexes find it and every passage is its slice', async () => {
    const records = await createTestRecords()
    await records.write({
      'bert.md': bert,
      'sub/clip.html':
        '<html lang="ja"><title>CLIP</title><p>CLIPは画像と文章を同じ空間に置くモデルである。</p><script>x</script></html>',
      '表.csv': 'モデル,層数\nGPT-3,96\n',
    })
    const seen: JobProgress[] = []
    const report = await records.ingestor.ingest({
      locations: [records.articles],
      tags: ['基盤モデル'],
      onProgress: (progress) => seen.push(progress),
    })
    expect(report).toMatchObject({
      added: 3,
      updated: 0,
      unchanged: 0,
      deleted: 0,
      failed: [],
      documents: 3,
      passages: 3,
    })
    expect(await records.generations.verify(report.generation ?? '')).toEqual([])
    const { dense, lexical } = await searchBoth(records, '画像と文章を結ぶモデルは？')
    expect(dense?.title).toBe('CLIP')
    expect(lexical?.title).toBe('CLIP')
    for (const { id } of (await records.database.documents.list()).documents) {
      const document = await records.database.documents.get(id)
      const generation = await openServing(records)
      for (const passage of generation.getDocumentPassages(id))
        expect(document.text.slice(passage.start, passage.end)).toBe(passage.text)
      generation.close()
      expect(document.tags).toEqual(['基盤モデル'])
    }
    expect([...new Set(seen.map(({ phase }) => phase))]).toEqual([
      'reading',
      'embedding',
      'building',
      'verifying',
      'switching',
      'done',
    ])
    expect(seen.at(-1)).toMatchObject({
      phase: 'done',
      documents: { done: 3, total: 3 },
      passages: { done: 3, total: 3 },
    })
  })

  it('takes every awkward file for what it is, and the rest goes in', async () => {
    const records = await createTestRecords()
    const article = '基盤モデルとは、大量のデータから学習することで、高い汎化性能を獲得したAIのことです。'
    await records.write({
      'a file 100% 記事.txt': `題名一\n${article}一。`,
      'x/same.txt': `題名二\n${article}二。`,
      'y/same.txt': `題名三\n${article}三。`,
      'sjis.txt': encode(`題名四\n${article}四。`, 'SJIS'),
      'euc.txt': encode(`題名五\n${article}五。`, 'EUCJP'),
      'jis.txt': encode(`題名六\n${article}六。`, 'JIS'),
      'utf16.txt': new Uint8Array(Buffer.from(`\ufeff題名七\r\n${article}七。`, 'utf16le')),
      'sjis.html': encode(`<meta charset="shift_jis"><title>題名八</title><p>${article}八。`, 'SJIS'),
      'page.txt': `<!doctype html><title>題名九</title><script>悪()</script><p>${article}九。`,
      'line.txt': `${article.repeat(2_000)}`,
      'image.txt': Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0),
      'empty.txt': '',
      'blank.md': ' \n\u3000\n',
      'signs.txt': '---\n***\n',
      'broken.txt': Uint8Array.of(0xe5, 0x9f, 0xba, 0xff, 0xe7),
      'ignored.png': 'x',
    })
    const report = await records.ingestor.ingest({
      locations: [records.articles, path.join(records.articles, 'missing.txt')],
    })
    expect(report.added).toBe(10)
    expect(Object.fromEntries(report.failed.map(({ uri, code }) => [path.basename(uri), code]))).toEqual({
      'missing.txt': 'SOURCE_NOT_FOUND',
      'image.txt': 'SOURCE_BINARY',
      'empty.txt': 'SOURCE_EMPTY',
      'blank.md': 'SOURCE_EMPTY',
      'signs.txt': 'SOURCE_EMPTY',
      'broken.txt': 'SOURCE_ENCODING',
    })
    for (const failure of report.failed) expect(failure.suggestion).toBeTruthy()
    const titles = (await records.database.documents.list()).documents.map(({ title }) => title)
    expect(titles).toEqual(
      expect.arrayContaining(['一', '二', '三', '四', '五', '六', '七', '八', '九'].map((at) => `題名${at}`)),
    )
  })

  it('of nothing readable builds nothing', async () => {
    const records = await createTestRecords()
    const report = await records.ingestor.ingest({ locations: [records.articles] })
    expect(report).toMatchObject({
      added: 0,
      documents: 0,
      generation: null,
      failed: [{ code: 'FOLDER_NOTHING_READABLE' }],
    })
    expect(await records.generations.list()).toEqual([])
  })
})

describe('a second ingest', () => {
  it('builds nothing when nothing has changed', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert, 'clip.md': clip })
    const first = await records.ingestor.ingest({ locations: [records.articles] })
    const embedded = records.getEmbeddedCount()
    const second = await records.ingestor.ingest({ locations: [records.articles] })
    expect(second).toMatchObject({
      added: 0,
      updated: 0,
      unchanged: 2,
      documents: 2,
      passages: 2,
      generation: first.generation,
    })
    expect(records.getEmbeddedCount()).toBe(embedded)
  })

  it('updates what changed, deletes what is gone, embeds only what is new, keeps one old generation', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert, 'clip.md': clip, 'old.md': '# 古い\n\n古い文である。' })
    const first = await records.ingestor.ingest({ locations: [records.articles] })
    const before = await records.database.documents.get(pathToFileURL(path.join(records.articles, 'bert.md')).href)
    const embedded = records.getEmbeddedCount()
    await records.write({ 'bert.md': bert.replace('2018年', '2018年10月') })
    await unlink(path.join(records.articles, 'old.md'))
    const second = await records.ingestor.ingest({ locations: [records.articles] })
    expect(second).toMatchObject({ added: 0, updated: 1, unchanged: 1, deleted: 1, documents: 2 })
    expect(records.getEmbeddedCount()).toBe(embedded + 1)
    const after = await records.database.documents.get(before.id)
    expect(after.text).toContain('2018年10月')
    expect(await listUris(records)).toEqual(['bert.md', 'clip.md'])
    await records.write({ 'new.md': '# 新\n\n新しい文である。' })
    const third = await records.ingestor.ingest({ locations: [path.join(records.articles, 'new.md')] })
    expect((await records.generations.list()).map(({ id }) => id).sort()).toEqual(
      [second.generation, third.generation].sort(),
    )
    expect((await records.generations.list()).map(({ id }) => id)).not.toContain(first.generation)
    expect(third).toMatchObject({ added: 1, deleted: 0, documents: 3 })
  })

  it('keeps the version that served when its source cannot be read any more', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert, 'clip.md': clip })
    await records.ingestor.ingest({ locations: [records.articles] })
    await records.write({ 'bert.md': Uint8Array.of(0xff, 0x80, 0x80) })
    const report = await records.ingestor.ingest({ locations: [records.articles] })
    expect(report).toMatchObject({ unchanged: 1, deleted: 0, failed: [{ code: 'SOURCE_ENCODING' }], documents: 2 })
    await rm(records.articles, { recursive: true })
    await mkdir(records.articles)
    expect(await records.ingestor.ingest({ locations: [records.articles] })).toMatchObject({ deleted: 0, documents: 2 })
  })

  it('does not take the same content twice, and follows a file that moves', async () => {
    const records = await createTestRecords()
    await records.write({ 'b.md': bert })
    await records.ingestor.ingest({ locations: [records.articles] })
    const [before] = (await records.database.documents.list()).documents
    await cp(path.join(records.articles, 'b.md'), path.join(records.articles, 'a.md'))
    expect(await records.ingestor.ingest({ locations: [records.articles] })).toMatchObject({
      added: 0,
      unchanged: 2,
      documents: 1,
    })
    await unlink(path.join(records.articles, 'b.md'))
    expect(await records.ingestor.ingest({ locations: [records.articles] })).toMatchObject({
      added: 0,
      moved: 1,
      deleted: 0,
      documents: 1,
    })
    await mkdir(path.join(records.folder, 'elsewhere'))
    await rename(path.join(records.articles, 'a.md'), path.join(records.folder, 'elsewhere/c.md'))
    expect(await records.ingestor.ingest({ locations: [path.join(records.folder, 'elsewhere/c.md')] })).toMatchObject({
      moved: 1,
      documents: 1,
    })
    const [after] = (await records.database.documents.list()).documents
    expect(after?.id).toBe(before?.id)
    expect(after?.uri).toMatch(/elsewhere\/c\.md$/)
    const generation = await openServing(records)
    expect(generation.getDocumentPassages(after?.id ?? '')[0]?.uri).toBe(after?.uri)
    generation.close()
  })

  it('loses nothing when contents change places', async () => {
    const records = await createTestRecords()
    await records.write({ 'm.md': bert, 'z.md': clip })
    await records.ingestor.ingest({ locations: [records.articles] })
    await rename(path.join(records.articles, 'z.md'), path.join(records.articles, 'a.md'))
    await rename(path.join(records.articles, 'm.md'), path.join(records.articles, 'z.md'))
    await records.ingestor.ingest({ locations: [records.articles] })
    expect(await listUris(records)).toEqual(['a.md', 'z.md'])
    const titles = new Map(
      (await records.database.documents.list()).documents.map(({ uri, title }) => [path.basename(uri), title]),
    )
    expect(titles).toEqual(
      new Map([
        ['a.md', 'CLIP'],
        ['z.md', 'BERT'],
      ]),
    )
  })

  it('builds anew when the serving generation is lost', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert })
    const first = await records.ingestor.ingest({ locations: [records.articles] })
    await rm(path.join(records.folder, 'data/generations'), { recursive: true })
    const second = await records.ingestor.ingest({ locations: [records.articles] })
    expect(second).toMatchObject({ unchanged: 1, documents: 1 })
    expect(second.generation).not.toBe(first.generation)
    expect((await searchBoth(records, 'BERT')).dense?.title).toBe('BERT')
  })

  it('chunks all anew when the chunker is another', async () => {
    const records = await createTestRecords()
    await records.write({
      'long.md': `# 題\n\n${'これは四十文字ほどの長さの文で、話はまだ続くものとして書かれている。'.repeat(30)}`,
    })
    const first = await records.ingestor.ingest({ locations: [records.articles] })
    const chunker = createChunker({ targetCharacters: 100, minCharacters: 50, maxCharacters: 150 })
    const other = createIngestor({
      records: records.database.ingestion,
      generations: records.generations,
      embedder: getBundledEmbedder(),
      chunker,
    })
    const second = await other.ingest({ locations: [records.articles] })
    expect(second.unchanged).toBe(1)
    expect(second.passages).toBeGreaterThan(first.passages * 2)
    expect(await records.generations.verify(second.generation ?? '')).toEqual([])
  })

  it('builds anew when words are analysed in another way', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert })
    const first = await records.ingestor.ingest({ locations: [records.articles] })
    const other = createIngestor({
      records: records.database.ingestion,
      generations: { ...records.generations, lexicalVersion: 'another-analyser' },
      embedder: getBundledEmbedder(),
      chunker: createChunker(),
    })
    const second = await other.ingest({ locations: [records.articles] })
    expect(second.unchanged).toBe(1)
    expect(second.generation).not.toBe(first.generation)
  })
})

describe('documents given by content', () => {
  it('keep their ids, may be equal, and change in place', async () => {
    const records = await createTestRecords()
    const documents = [
      { id: 'one', uri: 'dataset:one', title: '甲', text: '同じ文章である。' },
      { id: 'two', uri: 'dataset:two', title: '甲', text: '同じ文章である。' },
      { uri: 'upload:three', title: 'Three', text: 'An English text.', language: 'en' as const },
      { uri: 'upload:four', title: '空', text: ' \n' },
    ]
    const first = await records.ingestor.ingestTexts({ documents })
    expect(first).toMatchObject({ added: 3, failed: [{ uri: 'upload:four', code: 'SOURCE_EMPTY' }], documents: 3 })
    expect((await records.database.documents.get('two')).title).toBe('甲')
    expect(await records.ingestor.ingestTexts({ documents: documents.slice(0, 3) })).toMatchObject({
      unchanged: 3,
      generation: first.generation,
    })
    const changed = await records.ingestor.ingestTexts({
      documents: [{ id: 'renamed', uri: 'dataset:one', title: '甲', text: '別の文章である。' }],
    })
    expect(changed).toMatchObject({ updated: 1, documents: 3 })
    expect(await records.database.documents.find('one')).toBeNull()
    expect((await records.database.documents.get('renamed')).text).toContain('別の文章')
  })
})

describe('reindex', () => {
  it('works without the sources, with another embedder too', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert, 'clip.md': clip })
    const first = await records.ingestor.ingest({ locations: [records.articles] })
    await rm(records.articles, { recursive: true })
    const again = await records.ingestor.reindex()
    expect(again).toMatchObject({ unchanged: 2, documents: 2, passages: 2 })
    expect(again.generation).not.toBe(first.generation)
    const other = { ...getBundledEmbedder(), id: 'another-embedder' }
    const last = await records.ingestor.reindex({ embedder: other })
    const [serving] = (await records.generations.list()).filter(({ id }) => id === last.generation)
    expect(serving?.manifest?.embedder.id).toBe('another-embedder')
    expect(records.ingestor.embedderId).toBe('another-embedder')
    expect((await records.database.ingestion.findServing())?.embedder).toBe('another-embedder')
  })
  it('of nothing is an error', async () => {
    const records = await createTestRecords()
    await expect(records.ingestor.reindex()).rejects.toMatchObject({ code: 'INDEX_EMPTY' })
  })
})

describe('what the embedder is given', () => {
  it('is title, headings and text', () => {
    expect(formatPassage({ title: 'BERT', headingPath: ['構造', '層'], text: '12層である。' })).toBe(
      'BERT\n構造 > 層\n12層である。',
    )
    expect(formatPassage({ title: 'BERT', headingPath: [], text: 'x'.repeat(5_000) }).length).toBe(2_005)
    const untitled = '題のない短い文書である。'
    expect(formatPassage({ title: untitled, headingPath: [], text: untitled })).toBe(untitled)
  })
})

describe.skipIf(!existsSync('../shared/corpus/seeds'))('real articles', () => {
  it('are found by what they say', async () => {
    const records = await createTestRecords()
    const report = await records.ingestor.ingest({ locations: ['../shared/corpus/seeds'] })
    expect(report).toMatchObject({ added: 2, failed: [] })
    const { dense } = await searchBoth(records, 'Whisperは何言語を認識できますか？')
    expect(dense?.text).toContain('99言語')
  })
})
