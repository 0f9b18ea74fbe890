import path from 'node:path'
import type { Embedder, Reader } from '@shutten/core'
import { createDatabase } from '@shutten/database'
import { embeddingModel } from '@shutten/embedding-model'
import { createBundledEmbedder, createCachedEmbedder } from '@shutten/embeddings'
import { createGenerationStore } from '@shutten/generations'
import { createInvertedIndexFactory } from '@shutten/lexical-index'
import { createModelThread } from '@shutten/onnx'
import { createBundledReader } from '@shutten/reader'
import { readerModel } from '@shutten/reader-model'
import { createReaderReranker, createSearcher, createServingGenerations, type Searcher } from '@shutten/retrieval'
import { createHnswIndexFactory } from '@shutten/vector-index'

const vectorIndex = createHnswIndexFactory()
const lexicalIndex = createInvertedIndexFactory()

/** Names what a generation is built by, besides its passages and vectors. */
export const indexVersion = `${vectorIndex.fileName} ${lexicalIndex.fileName} ${lexicalIndex.version}`

/** The models that ship, on their thread, as the applications run them. A model is loaded with its first use. */
export function createModels(): { embedder: Embedder; reader: Reader; close(): Promise<void> } {
  const thread = createModelThread({ embedder: embeddingModel, reader: readerModel })
  return {
    embedder: createBundledEmbedder({ thread }),
    reader: createBundledReader({ thread }),
    close: () => thread.close(),
  }
}

/** The embedder with a cache in a file, so that a second run embeds nothing. */
export async function openCachedEmbedder(options: {
  embedder: Embedder
  file: string
}): Promise<{ embedder: Embedder; close(): Promise<void> }> {
  const database = await createDatabase({ file: options.file })
  return {
    embedder: createCachedEmbedder({ embedder: options.embedder, cache: database.embeddingCache }),
    close: () => database.close(),
  }
}

/** Generations and records of a data folder. */
export async function openDataFolder(folder: string) {
  const database = await createDatabase({ file: path.join(folder, 'shutten.db') })
  const store = createGenerationStore({ folder: path.join(folder, 'generations'), vectorIndex, lexicalIndex })
  return { store, records: database.ingestion, close: () => database.close() }
}

/** Search over a data folder, wired as the applications wire it; with a reader it reranks. */
export async function openSearcher(options: {
  folder: string
  embedder: Embedder
  reader: Reader | null
}): Promise<{ searcher: Searcher; close(): Promise<void> }> {
  const { embedder, reader } = options
  const { store, records, close } = await openDataFolder(options.folder)
  const generations = createServingGenerations({ store, records })
  return {
    searcher: createSearcher({ generations, embedder, reranker: reader ? createReaderReranker({ reader }) : null }),
    async close() {
      await generations.close()
      await close()
    },
  }
}
