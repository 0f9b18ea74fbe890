import { cp, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type GenerationStore, ShuttenError } from '@shutten/core'
import { createCachedEmbedder } from '@shutten/embeddings'
import { describe, expect, it } from 'vitest'
import { createChunker } from '../chunk/create-chunker.js'
import { bert, clip, listUris, searchBoth, type TestRecords } from '../fixtures/articles.js'
import { createTestRecords, getBundledEmbedder } from '../fixtures/create-test-records.js'
import { createIngestor } from './create-ingestor.js'

describe('a run that ends early', () => {
  const failing = (records: TestRecords, change: Partial<GenerationStore>) =>
    createIngestor({
      records: records.database.ingestion,
      generations: { ...records.generations, ...change },
      embedder: createCachedEmbedder({ embedder: getBundledEmbedder(), cache: records.database.embeddingCache }),
      chunker: createChunker(),
    })
  const prepare = async () => {
    const records = await createTestRecords()
    await records.write({ 'bert.md': bert })
    const first = await records.ingestor.ingest({ locations: [records.articles] })
    await records.write({ 'clip.md': clip })
    return { records, first }
  }
  const expectFirstServes = async (records: TestRecords, generation: string | null) => {
    expect((await records.database.ingestion.findServing())?.id).toBe(generation)
    expect(await listUris(records)).toEqual(['bert.md'])
    expect((await searchBoth(records, 'BERT')).dense?.title).toBe('BERT')
  }
  const expectRerunCompletes = async (records: TestRecords) => {
    expect(await records.ingestor.ingest({ locations: [records.articles] })).toMatchObject({
      added: 1,
      documents: 2,
      failed: [],
    })
    expect(await listUris(records)).toEqual(['bert.md', 'clip.md'])
    for (const { id, manifest } of await records.generations.list()) {
      expect(manifest).not.toBeNull()
      expect(await records.generations.verify(id)).toEqual([])
    }
  }

  it('by a failure of the store leaves what serves', async () => {
    const { records, first } = await prepare()
    const broken = failing(records, {
      build: () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
    })
    await expect(broken.ingest({ locations: [records.articles] })).rejects.toMatchObject({ code: 'DISK_FULL' })
    await expectFirstServes(records, first.generation)
    await expectRerunCompletes(records)
  })

  it('by a generation that does not verify leaves what serves', async () => {
    const { records, first } = await prepare()
    const broken = failing(records, { verifyFiles: async () => ['vectors.hnsw is damaged'] })
    await expect(broken.ingest({ locations: [records.articles] })).rejects.toMatchObject({ code: 'INDEX_DAMAGED' })
    await expectFirstServes(records, first.generation)
    expect(await records.generations.list()).toHaveLength(1)
    await expectRerunCompletes(records)
  })

  it('by cancellation at any phase leaves what serves', async () => {
    for (const phase of ['reading', 'embedding', 'verifying', 'switching'] as const) {
      const { records, first } = await prepare()
      const controller = new AbortController()
      const run = records.ingestor.ingest({
        locations: [records.articles],
        signal: controller.signal,
        onProgress: (progress) => progress.phase === phase && controller.abort(),
      })
      await expect(run, phase).rejects.toMatchObject({ code: 'CANCELLED' })
      await expectFirstServes(records, first.generation)
      await expectRerunCompletes(records)
    }
  })

  it('right before the switch, because the lease is lost, leaves what serves', async () => {
    const { records, first } = await prepare()
    const lost = new ShuttenError({ code: 'CANCELLED', message: 'lost', suggestion: 'none' })
    await expect(
      records.ingestor.ingest({ locations: [records.articles], beforeSwitch: () => Promise.reject(lost) }),
    ).rejects.toBe(lost)
    await expectFirstServes(records, first.generation)
    await expectRerunCompletes(records)
  })

  it('by the end of the process leaves folders that the next run removes', async () => {
    const { records, first } = await prepare()
    const generations = path.join(records.folder, 'data/generations')
    // Half-built; built and never switched to; left from before the previous one.
    await mkdir(path.join(generations, '.building-half'))
    await writeFile(path.join(generations, '.building-half/passages.db'), 'half')
    await cp(path.join(generations, first.generation ?? ''), path.join(generations, 'never'), { recursive: true })
    await expectFirstServes(records, first.generation)
    await expectRerunCompletes(records)
    const names = await readdir(generations)
    expect(names).toHaveLength(2)
    expect(names).not.toContain('never')
  })
})
