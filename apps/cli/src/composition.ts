import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import { type Embedder, type GenerationStore, type Reader, ShuttenError } from '@shutten/core'
import { createDatabase, type Database } from '@shutten/database'
import { embeddingModel } from '@shutten/embedding-model'
import { createBundledEmbedder, createCachedEmbedder, createConfiguredEmbedder } from '@shutten/embeddings'
import { createGenerationStore } from '@shutten/generations'
import { createChunker, createIngestor, createJobRunner, createSourceReader, type JobRunner } from '@shutten/ingestion'
import { createFtsIndexFactory } from '@shutten/lexical-index'
import { createModelThread } from '@shutten/onnx'
import { createBundledReader } from '@shutten/reader'
import { readerModel } from '@shutten/reader-model'
import {
  type Answerer,
  type Assistant,
  createAnswerer,
  createAssistant,
  createConfiguredWriter,
  createSearcher,
  createServingGenerations,
  type Searcher,
} from '@shutten/retrieval'
import { createHnswIndexFactory } from '@shutten/vector-index'
import type { CommandConfiguration } from './env.js'

/** Idle time after which the models leave the memory of a worker, milliseconds. */
const modelsIdleMs = 20_000

/** Everything behind the command line, wired; parts are made when first asked for. */
export interface Application {
  database: Database
  generations: GenerationStore
  openModels(): Promise<{ embedder: Embedder; reader: Reader }>
  openRetrieval(): Promise<{ searcher: Searcher; answerer: Answerer; assistant: Assistant }>
  createJobRunner(): Promise<JobRunner>
  /** The serving generation was made by another embedder, chunker or analyser than those of today. */
  isOutdated(): Promise<boolean>
  close(): Promise<void>
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function openFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
  } catch (cause) {
    throw new ShuttenError({
      code: 'DATA_FOLDER_UNWRITABLE',
      message: `The data folder ${folder} cannot be made (${(cause as NodeJS.ErrnoException).code}).`,
      suggestion: 'Name a folder you may write to: `SHUTTEN_DATA_DIR=/path/to/data`.',
      cause,
    })
  }
}

export async function createApplication(configuration: CommandConfiguration): Promise<Application> {
  const { dataFolder } = configuration
  await openFolder(dataFolder)
  const database = await createDatabase({ file: path.join(dataFolder, 'shutten.db') })
  const lexicalIndex = createFtsIndexFactory()
  const chunker = createChunker()
  const generations = createGenerationStore({
    folder: path.join(dataFolder, 'generations'),
    vectorIndex: createHnswIndexFactory(),
    lexicalIndex,
  })
  const closing: (() => Promise<void>)[] = []

  const openModels = once(async () => {
    const thread = createModelThread({ embedder: embeddingModel, reader: readerModel, idleMs: modelsIdleMs })
    closing.push(() => thread.close())
    const embedder = configuration.embedder
      ? await createConfiguredEmbedder(configuration.embedder)
      : createBundledEmbedder({ thread })
    return { embedder, reader: createBundledReader({ thread }) }
  })

  return {
    database,
    generations,
    openModels,
    openRetrieval: once(async () => {
      const { embedder, reader } = await openModels()
      const serving = createServingGenerations({ store: generations, records: database.ingestion })
      closing.unshift(() => serving.close())
      const writer = configuration.llm ? await createConfiguredWriter(configuration.llm) : null
      const answerer = createAnswerer({ generations: serving, embedder, reader, writer })
      return {
        searcher: createSearcher({ generations: serving, embedder, reader }),
        answerer,
        assistant: createAssistant({ answerer, conversations: database.conversations }),
      }
    }),
    createJobRunner: once(async () => {
      const { embedder } = await openModels()
      const ingestor = createIngestor({
        records: database.ingestion,
        generations,
        embedder: createCachedEmbedder({ embedder, cache: database.embeddingCache }),
        chunker,
        sources: createSourceReader(),
      })
      return createJobRunner({
        jobs: database.jobs,
        leases: database.leases,
        ingestor,
        owner: `${hostname()}:${process.pid}`,
        onError: (error) => process.stderr.write(`error[${error.code}] ${error.message}\n  → ${error.suggestion}\n`),
      })
    }),
    async isOutdated() {
      const serving = await database.ingestion.findServing()
      if (!serving) return false
      const manifest = (await generations.list()).find(({ id }) => id === serving.id)?.manifest
      const embedder = configuration.embedder?.name ?? embeddingModel.id
      return !(
        manifest?.embedder.id === embedder &&
        manifest.chunker === chunker.version &&
        manifest.lexical === lexicalIndex.version
      )
    },
    async close() {
      for (const close of closing) await close()
      await database.close()
    },
  }
}
