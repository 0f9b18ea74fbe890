import { unlink } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createChunker } from '../chunk/create-chunker.js'
import { bert, clip, searchBoth } from '../fixtures/articles.js'
import { createTestRecords, getBundledEmbedder } from '../fixtures/create-test-records.js'
import { createIngestor } from './create-ingestor.js'

describe('remove', () => {
  it('leaves nothing behind, and proves it by searching', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert, 'clip.md': clip })
    await records.ingestor.ingest({ locations: [records.articles] })
    const document = await records.database.documents.get(pathToFileURL(path.join(records.articles, 'bert.md')).href)
    const report = await records.ingestor.remove({ documentId: document.id })
    expect(report).toMatchObject({ deleted: document.id, proof: { passages: 0, vectors: 0, lexical: 0 } })
    expect((await records.generations.list()).map(({ id }) => id)).toEqual([report.generation])
    expect(await records.database.documents.find(document.id)).toBeNull()
    expect((await searchBoth(records, 'BERTは2018年にGoogleが発表した')).dense?.title).toBe('CLIP')
    await expect(records.ingestor.remove({ documentId: document.id })).rejects.toMatchObject({
      code: 'DOCUMENT_NOT_FOUND',
    })
  })

  it('takes the last document too', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert })
    await records.ingestor.ingest({ locations: [records.articles] })
    const [document] = (await records.database.documents.list()).documents
    const report = await records.ingestor.remove({ documentId: document?.id ?? '' })
    expect(report.proof).toMatchObject({ passages: 0, vectors: 0, lexical: 0 })
    expect((await records.database.documents.list()).total).toBe(0)
    expect(await records.ingestor.ingest({ locations: [records.articles] })).toMatchObject({ added: 1, documents: 1 })
  })

  it('takes it out of the previous generation too when it serves no more: its file went away, or a removal was cut short', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert, 'clip.md': clip })
    await records.ingestor.ingest({ locations: [records.articles] })
    const document = await records.database.documents.get(pathToFileURL(path.join(records.articles, 'bert.md')).href)
    await unlink(path.join(records.articles, 'bert.md'))
    await records.ingestor.ingest({ locations: [records.articles] })
    expect(await records.database.documents.find(document.id)).toBeNull()
    expect(await records.generations.list()).toHaveLength(2)
    const report = await records.ingestor.remove({ documentId: document.id })
    expect(report.proof).toMatchObject({ passages: 0, vectors: 0, lexical: 0 })
    expect((await records.generations.list()).map(({ id }) => id)).toEqual([report.generation])
    await expect(records.ingestor.remove({ documentId: document.id })).rejects.toMatchObject({
      code: 'DOCUMENT_NOT_FOUND',
    })
  })

  it('would tell if something were left', async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert, 'clip.md': clip })
    const first = await records.ingestor.ingest({ locations: [records.articles] })
    const [document] = (await records.database.documents.list()).documents
    // A store that opens the old generation in place of the new one: as if nothing had been removed from the index.
    const old = await records.generations.open(first.generation ?? '')
    const ingestor = createIngestor({
      records: records.database.ingestion,
      generations: { ...records.generations, open: async () => ({ ...old, close: () => {} }) },
      embedder: getBundledEmbedder(),
      chunker: createChunker(),
    })
    const { proof } = await ingestor.remove({ documentId: document?.id ?? '' })
    expect(proof).toEqual({ passages: 1, vectors: 1, lexical: 1 })
    old.close()
  })
})
