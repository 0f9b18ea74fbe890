import type { NewJob } from '@shutten/core'
import { createCachedEmbedder } from '@shutten/embeddings'
import { describe, expect, it } from 'vitest'
import { createChunker } from '../chunk/create-chunker.js'
import { bert, clip } from '../fixtures/articles.js'
import { countEmbedded, createTestRecords, getBundledEmbedder } from '../fixtures/create-test-records.js'
import { createJobJournal } from '../worker/create-job-journal.js'
import { createIngestor } from './create-ingestor.js'

/** An ingestor whose process ends in the clean-up: the first time that a generation is to be removed. */
async function prepare() {
  const records = await createTestRecords()
  await records.write({ 'bert.md': bert, 'clip.md': clip })
  await records.ingestor.ingest({ locations: [records.articles] })
  await records.write({ 'clip.md': `${clip}\n2021年に公開された。\n` })
  await records.ingestor.ingest({ locations: [records.articles] })
  const { jobs, jobItems: items, ingestion } = records.database
  let ends = false
  const counted = countEmbedded(getBundledEmbedder())
  const ingestor = createIngestor({
    records: {
      ...ingestion,
      prune: async (options) => {
        if (ends) throw new Error('The process is gone.')
        return ingestion.prune(options)
      },
      switchTo: async (options) => {
        await ingestion.switchTo(options)
        ends = true
      },
    },
    generations: records.generations,
    embedder: createCachedEmbedder({ embedder: counted.embedder, cache: records.database.embeddingCache }),
    chunker: createChunker(),
  })
  const begin = async (request: NewJob) => {
    const { id: jobId } = await jobs.create(request)
    return { jobId, journal: createJobJournal({ items, jobId }) }
  }
  const expectClean = async (generations: number) => {
    const known = (await ingestion.listGenerations()).map(({ id }) => id).sort()
    expect(known).toHaveLength(generations)
    expect((await records.generations.list()).map(({ id }) => id)).toEqual(known)
    expect(await records.database.check()).toEqual([])
  }
  return { records, ingestor, begin, expectClean, revive: () => (ends = false) }
}

describe('a job that was ended between its switch and its end', () => {
  it('reports what it has done, and leaves nothing over', async () => {
    const { records, ingestor, begin, expectClean, revive } = await prepare()
    const run = await begin({ kind: 'ingest', locations: [records.articles] })
    await records.write({ 'bert.md': `${bert}\n改訂された。\n`, 'gpt.md': '# GPT\n\nGPTは2018年に発表された。\n' })
    await expect(ingestor.ingest({ locations: [records.articles], ...run })).rejects.toThrow()
    const serving = await records.database.ingestion.findServing()
    revive()
    const report = await ingestor.ingest({ locations: [records.articles], ...run })
    expect(report).toMatchObject({ added: 1, updated: 1, unchanged: 1, documents: 3, generation: serving?.id })
    await expectClean(2)
  })

  it('does not rebuild what it has rebuilt', async () => {
    const { records, ingestor, begin, expectClean, revive } = await prepare()
    const run = await begin({ kind: 'reindex' })
    await expect(ingestor.reindex(run)).rejects.toThrow()
    const serving = await records.database.ingestion.findServing()
    revive()
    expect(await ingestor.reindex(run)).toMatchObject({ unchanged: 2, documents: 2, generation: serving?.id })
    await expectClean(2)
  })

  it('finds the document removed that it has removed', async () => {
    const { records, ingestor, begin, expectClean, revive } = await prepare()
    const [document] = (await records.database.documents.list()).documents
    const documentId = document?.id ?? ''
    const run = await begin({ kind: 'delete', documentId })
    await expect(ingestor.remove({ documentId, ...run })).rejects.toThrow()
    revive()
    const proof = { passages: 0, vectors: 0, lexical: 0 }
    expect(await ingestor.remove({ documentId, ...run })).toMatchObject({ deleted: documentId, proof })
    // Once more, for a worker that is ended before it could say so.
    expect(await ingestor.remove({ documentId, ...run })).toMatchObject({ deleted: documentId, proof })
    await expectClean(1)
    await expect(ingestor.remove({ documentId })).rejects.toMatchObject({ code: 'DOCUMENT_NOT_FOUND' })
  })
})
