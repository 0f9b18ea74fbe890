import { appendFile, unlink } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createChunker } from '../chunk/create-chunker.js'
import { bert, clip, listUris, openServing, searchBoth } from '../fixtures/articles.js'
import { createTestRecords, getBundledEmbedder } from '../fixtures/create-test-records.js'
import { createIngestor } from './create-ingestor.js'

const changed = bert.replace('2018年', '2019年')

/** Two generations: BERT and CLIP, then BERT changed, CLIP gone and a third article. */
async function createTwo() {
  const records = await createTestRecords()
  await records.write({ 'bert.md': bert, 'clip.md': clip })
  const first = await records.ingestor.ingest({ locations: [records.articles] })
  await unlink(path.join(records.articles, 'clip.md'))
  await records.write({ 'bert.md': changed, 'gpt.md': '# GPT\n\nGPTは文章を生成するモデルである。\n' })
  const second = await records.ingestor.ingest({ locations: [records.articles] })
  return { ...records, first: first.generation ?? '', second: second.generation ?? '' }
}

describe('rollBack', () => {
  it('lets the generation before serve again, documents and searches with it, and goes forward again', async () => {
    const records = await createTwo()
    const { ingestor, database, first, second } = records
    expect(await ingestor.rollBack({ generationId: first })).toMatchObject({
      added: 1,
      updated: 1,
      deleted: 1,
      documents: 2,
      generation: first,
    })
    expect(await listUris(records)).toEqual(['bert.md', 'clip.md'])
    expect((await searchBoth(records, '画像と文章を同じ空間に置く')).dense?.title).toBe('CLIP')
    expect((await database.documents.get(pathToFileURL(path.join(records.articles, 'bert.md')).href)).text).toContain(
      '2018年',
    )
    expect(await ingestor.rollBack({ generationId: second })).toMatchObject({ added: 1, updated: 1, deleted: 1 })
    expect(await listUris(records)).toEqual(['bert.md', 'gpt.md'])
    expect(await ingestor.rollBack({ generationId: second })).toMatchObject({ unchanged: 2, generation: second })
  })

  it('lets readers in flight finish on what they have open', async () => {
    const records = await createTwo()
    const open = await openServing(records)
    await records.ingestor.rollBack({ generationId: records.first })
    expect(open.lexical.search({ text: 'GPT 生成', k: 1 })).toHaveLength(1)
    open.close()
  })

  it('is what the next ingest starts from', async () => {
    const records = await createTwo()
    await records.ingestor.rollBack({ generationId: records.first })
    const report = await records.ingestor.ingest({ locations: [records.articles] })
    expect(report).toMatchObject({ added: 1, updated: 1, deleted: 1, documents: 2 })
    expect(await listUris(records)).toEqual(['bert.md', 'gpt.md'])
    const kept = (await records.database.ingestion.listGenerations()).map(({ id }) => id)
    expect(kept).toEqual([report.generation, records.first])
    await expect(records.ingestor.rollBack({ generationId: records.second })).rejects.toMatchObject({
      code: 'GENERATION_NOT_KEPT',
    })
  })

  it('never brings back what was deleted on request', async () => {
    const records = await createTwo()
    const { ingestor, database, first, second } = records
    const [document] = (await database.documents.list({ query: 'bert.md' })).documents
    await ingestor.remove({ documentId: document?.id ?? '' })
    for (const generationId of [first, second])
      await expect(ingestor.rollBack({ generationId })).rejects.toMatchObject({ code: 'GENERATION_NOT_KEPT' })
    expect(await listUris(records)).toEqual(['gpt.md'])
  })

  it('nor when the deletion was cut off right after its switch', async () => {
    const records = await createTwo()
    const { ingestor, database, generations, second } = records
    const [document] = (await database.documents.list({ query: 'bert.md' })).documents
    const { remove } = generations
    generations.remove = async () => {
      throw new Error('killed')
    }
    await expect(ingestor.remove({ documentId: document?.id ?? '' })).rejects.toThrow()
    generations.remove = remove
    await expect(ingestor.rollBack({ generationId: second })).rejects.toMatchObject({ code: 'GENERATION_NOT_KEPT' })
    expect(await listUris(records)).toEqual(['gpt.md'])
  })

  it('looks at every byte before the switch', async () => {
    const records = await createTwo()
    await appendFile(path.join(records.folder, 'data/generations', records.first, 'vectors.hnsw'), 'x')
    await expect(records.ingestor.rollBack({ generationId: records.first })).rejects.toMatchObject({
      code: 'INDEX_DAMAGED',
    })
    expect((await records.database.ingestion.findServing())?.id).toBe(records.second)
  })

  it('does not go back to what another embedder has made', async () => {
    const records = await createTwo()
    const serving = await records.database.ingestion.findServing()
    const other = createIngestor({
      records: records.database.ingestion,
      generations: records.generations,
      embedder: { ...getBundledEmbedder(), id: 'other@1' },
      chunker: createChunker(),
    })
    await expect(other.rollBack({ generationId: records.first })).rejects.toMatchObject({ code: 'EMBEDDER_MISMATCH' })
    expect(await records.database.ingestion.findServing()).toEqual(serving)
  })
})
