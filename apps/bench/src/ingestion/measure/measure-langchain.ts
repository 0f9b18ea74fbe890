import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { InMemoryRecordManager } from '@langchain/community/indexes/memory'
import { HNSWLib } from '@langchain/community/vectorstores/hnswlib'
import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import { index } from '@langchain/core/indexing'
import type { Embedder } from '@shutten/core'
import { createModels } from '../../retrieval/composition.js'
import { readPassages } from '../corpus/read-passages.js'

export interface LangChainTask {
  kind: 'langchain'
  folder: string
  articles: number
  /** Where its index is saved. */
  target: string
  /** Articles that change for the last run: path and new text. */
  changes: { file: string; text: string }[]
}

export interface LangChainMeasurement {
  full: number
  unchanged: number
  changed: number
  /** Most resident memory of its process, bytes. */
  peak: number
  /** Passages that a search still finds though their article holds them no more. */
  stale: number
}

/**
 * LangChain's `index` with a record manager and HNSWLib over the same passages with the same embedder, saved after each
 * run; seconds. HNSWLib removes nothing by id, so that no clean-up can be asked for: what has changed is there twice.
 */
export async function measureLangChain(task: LangChainTask): Promise<LangChainMeasurement> {
  const { target, changes } = task
  const models = createModels()
  try {
    const embeddings = new PassageEmbeddings(models.embedder)
    await embeddings.embedDocuments(['準備'])
    const vectorStore = new HNSWLib(embeddings, { space: 'cosine', numDimensions: models.embedder.limits.dimension })
    const recordManager = new InMemoryRecordManager()
    await recordManager.createSchema()
    const run = async (): Promise<number> => {
      const docsSource = (await readPassages(task)).map(
        ({ uri, text }) => new Document({ pageContent: text, metadata: { source: uri } }),
      )
      const started = performance.now()
      await index({ docsSource, recordManager, vectorStore })
      await vectorStore.save(target)
      return (performance.now() - started) / 1_000
    }
    const full = await run()
    const unchanged = await run()
    const before = vectorStore.docstore._docs.size
    const kept = (await readPassages(task)).length
    for (const { file, text } of changes) await writeFile(path.join(task.folder, file), text)
    const changed = await run()
    const now = (await readPassages(task)).length
    const stale = vectorStore.docstore._docs.size - before - (now - kept)
    return { full, unchanged, changed, peak: process.resourceUsage().maxRSS * 1024, stale }
  } finally {
    await models.close()
    await rm(target, { recursive: true, force: true })
  }
}

class PassageEmbeddings extends Embeddings {
  constructor(private readonly embedder: Embedder) {
    super({})
  }

  async embedQuery(text: string): Promise<number[]> {
    return Array.from(await this.embedder.embedQuery(text))
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    const made: number[][] = []
    const { batchSize } = this.embedder.limits
    for (let at = 0; at < texts.length; at += batchSize)
      made.push(...(await this.embedder.embedPassages(texts.slice(at, at + batchSize))).map((one) => Array.from(one)))
    return made
  }
}
