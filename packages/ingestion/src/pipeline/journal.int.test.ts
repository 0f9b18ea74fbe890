import { ShuttenError } from '@shutten/core'
import { createCachedEmbedder } from '@shutten/embeddings'
import { describe, expect, it } from 'vitest'
import { createChunker } from '../chunk/create-chunker.js'
import { bert, clip, listUris } from '../fixtures/articles.js'
import { createTestRecords, getBundledEmbedder } from '../fixtures/create-test-records.js'
import { createSourceReader } from '../source/create-source-reader.js'
import { createJobJournal } from '../worker/create-job-journal.js'
import { createIngestor } from './create-ingestor.js'
import type { RetryPolicy } from './create-worklist.js'

const three = { 'a.md': bert, 'b.md': clip, 'c.md': '# DALL-E\n\nDALL-Eは文章から画像を描くモデルである。\n' }

/** A job over a folder of three articles, and ingestors whose reading a test can disturb. */
async function prepare() {
  const records = await createTestRecords()
  await records.write(three)
  const { jobs, jobItems: items } = records.database
  const job = await jobs.create({ kind: 'ingest', locations: [records.articles] })
  const read: string[] = []
  let now = Date.parse('2026-01-01T00:00:00Z')
  const slept: number[] = []
  const retry: RetryPolicy = {
    maxAttempts: 3,
    waitMs: (attempts) => attempts * 1_000,
    now: () => now,
    async sleep(milliseconds) {
      slept.push(milliseconds)
      now += milliseconds
    },
  }
  const run = (disturb: (name: string) => Error | null = () => null) => {
    const sources = createSourceReader()
    const watched = (source: ReturnType<typeof sources.open>) => ({
      ...source,
      async read(options?: { signal?: AbortSignal }) {
        const name = source.uri.slice(-4)
        read.push(name)
        const error = disturb(name)
        if (error) throw error
        return source.read(options)
      },
    })
    const ingestor = createIngestor({
      records: records.database.ingestion,
      generations: records.generations,
      embedder: createCachedEmbedder({ embedder: getBundledEmbedder(), cache: records.database.embeddingCache }),
      chunker: createChunker(),
      retry,
      sources: {
        ...sources,
        open: (uri) => watched(sources.open(uri)),
        list: async (options) => {
          const list = await sources.list(options)
          return { ...list, sources: list.sources.map(watched) }
        },
      },
    })
    return ingestor.ingest({ locations: [records.articles], journal: createJobJournal({ items, jobId: job.id }) })
  }
  return { records, items, job, run, read, slept }
}

const crash = new Error('The process is gone.')
const unreachable = new ShuttenError({ code: 'SOURCE_FETCH_FAILED', message: 'No answer.', suggestion: 'Wait.' })

describe('a run with a journal', () => {
  it('goes on where a crash ended the one before', async () => {
    const { records, run, read, items, job } = await prepare()
    await expect(run((name) => (name === 'c.md' ? crash : null))).rejects.toThrow()
    expect(read).toEqual(['a.md', 'b.md', 'c.md'])
    expect(await run()).toMatchObject({ added: 3, documents: 3, failed: [] })
    expect(read.slice(3)).toEqual(['c.md'])
    expect(await listUris(records)).toEqual(['a.md', 'b.md', 'c.md'])
    const all = await items.list({ jobId: job.id })
    expect(all.map(({ action, status, outcome, attempts }) => [action, status, outcome, attempts])).toEqual([
      ['list', 'done', null, 1],
      ['read', 'done', 'added', 1],
      ['read', 'done', 'added', 1],
      ['read', 'done', 'added', 2],
    ])
  })

  it('begins anew when another generation serves by then', async () => {
    const { records, run, read } = await prepare()
    await expect(run((name) => (name === 'c.md' ? crash : null))).rejects.toThrow()
    await records.ingestor.ingestTexts({ documents: [{ uri: 'upload:x', title: 'X', text: '別の文章である。' }] })
    expect(await run()).toMatchObject({ added: 3, documents: 4 })
    expect(read.slice(3)).toEqual(['a.md', 'b.md', 'c.md'])
  })

  it('does an item again whose version is not stored any more', async () => {
    const { records, run, read } = await prepare()
    await expect(run((name) => (name === 'c.md' ? crash : null))).rejects.toThrow()
    await records.database.ingestion.prune({ keepGenerations: [] })
    expect(await run()).toMatchObject({ added: 3, documents: 3 })
    expect(read.slice(3)).toEqual(['a.md', 'b.md', 'c.md'])
  })

  it('gives an item up that takes the worker down again and again, and the rest goes in', async () => {
    const { run } = await prepare()
    const isFatal = (name: string) => (name === 'b.md' ? crash : null)
    for (let times = 0; times < 3; times++) await expect(run(isFatal)).rejects.toThrow()
    expect(await run(isFatal)).toMatchObject({ added: 2, failed: [{ code: 'SOURCE_UNREADABLE' }] })
  })

  it('tries what fails passingly again when its time has come, after everything else', async () => {
    const { run, read, slept, items, job } = await prepare()
    let failures = 0
    const report = await run((name) => (name === 'a.md' && failures++ < 2 ? unreachable : null))
    expect(report).toMatchObject({ added: 3, failed: [] })
    expect(read).toEqual(['a.md', 'b.md', 'c.md', 'a.md', 'a.md'])
    expect(slept).toEqual([1_000, 2_000])
    const [, first] = await items.list({ jobId: job.id })
    expect(first).toMatchObject({ status: 'done', attempts: 3, error: null, nextAttemptAt: null })
  })

  it('gives up after the last try, with the error of it', async () => {
    const { run, read, items, job } = await prepare()
    const report = await run((name) => (name === 'a.md' ? unreachable : null))
    expect(report).toMatchObject({ added: 2, failed: [{ code: 'SOURCE_FETCH_FAILED', suggestion: 'Wait.' }] })
    expect(read.filter((name) => name === 'a.md')).toHaveLength(3)
    expect(await items.list({ jobId: job.id, statuses: ['failed'] })).toMatchObject([
      { attempts: 3, error: { code: 'SOURCE_FETCH_FAILED' }, nextAttemptAt: null },
    ])
  })
})
