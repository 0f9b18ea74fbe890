import path from 'node:path'
import {
  type Embedder,
  type EmbeddingCache,
  type GenerationStore,
  type GenerationSummary,
  type HygienePolicy,
  type Job,
  qualityPolicyKey,
  type Reader,
  readQualityPolicy,
  type ShuttenError,
  toShuttenError,
} from '@shutten/core'
import { createDatabase, type Database, type SalvageReport, salvageRecords } from '@shutten/database'
import type { Ingestor, JobRunner, SourceManager } from '@shutten/ingestion'
import type { Answerer, Assistant, Searcher } from '@shutten/retrieval'
import type { CommandConfiguration } from './env.js'
import { createMeasureScheduler } from './evaluation/create-measure-scheduler.js'
import type { FixedRetrieval } from './evaluation/open-measured-index.js'
import { freeDeadLease, isHolderHere, leaseOwner } from './free-dead-lease.js'
import { openDataFolder } from './open-data-folder.js'

/** Idle time after which the models leave the memory of a worker, milliseconds. */
const modelsIdleMs = 20_000

/**
 * Everything behind the command line, wired. Parts are imported and made when first asked for: a supervisor that only
 * reads records holds no index and no model in memory.
 */
export interface Application {
  database: Database
  openGenerations(): Promise<GenerationStore>
  /** Those that serve or can serve again. */
  listGenerations(): Promise<GenerationSummary[]>
  openModels(): Promise<{ embedder: Embedder; reader: Reader }>
  openRetrieval(): Promise<{ searcher: Searcher; answerer: Answerer; assistant: Assistant }>
  /** What documents must not hold. */
  readHygienePolicy(): Promise<HygienePolicy>
  /** For callers that hold the writer's lease. */
  openIngestor(): Promise<Ingestor>
  createJobRunner(): Promise<JobRunner>
  openSourceManager(): Promise<SourceManager>
  /** Lets a document in that was held back; gives the job that takes it in. Errors: DOCUMENT_NOT_FOUND. */
  releaseDocument(quarantineId: string): Promise<Job>
  /** The serving generation was made by another embedder, chunker or analyser than those of today. */
  isOutdated(): Promise<boolean>
  close(): Promise<void>
}

function tellOnStderr({ code, message, suggestion }: ShuttenError): void {
  process.stderr.write(`error[${code}] ${message}\n  → ${suggestion}\n`)
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Parts that stand in for those of the data folder. */
export interface ApplicationParts {
  embeddingCache?: EmbeddingCache
}

export async function createApplication(
  configuration: CommandConfiguration,
  parts: ApplicationParts = {},
): Promise<Application> {
  const { dataFolder } = configuration
  await openDataFolder(dataFolder)
  const database = await createDatabase({ file: path.join(dataFolder, 'shutten.db') })
  const closing: (() => Promise<void>)[] = []
  if (configuration.tracing) {
    const { startTracing } = await import('@shutten/telemetry')
    const tracing = startTracing({ ...configuration.tracing, serviceName: 'shutten' })
    closing.push(() => tracing.stop())
  }

  const openGenerations = once(async () => {
    const [{ createGenerationStore }, { createHnswIndexFactory }, { createInvertedIndexFactory }] = await Promise.all([
      import('@shutten/generations'),
      import('@shutten/vector-index'),
      import('@shutten/lexical-index'),
    ])
    return createGenerationStore({
      folder: path.join(dataFolder, 'generations'),
      vectorIndex: createHnswIndexFactory(),
      lexicalIndex: createInvertedIndexFactory(),
    })
  })

  const openModels = once(async () => {
    const [{ createModelThread }, { embeddingModel }, { readerModel }, embeddings, { createBundledReader }] =
      await Promise.all([
        import('@shutten/onnx'),
        import('@shutten/embedding-model'),
        import('@shutten/reader-model'),
        import('@shutten/embeddings'),
        import('@shutten/reader'),
      ])
    const thread = createModelThread({ embedder: embeddingModel, reader: readerModel, idleMs: modelsIdleMs })
    closing.push(() => thread.close())
    const embedder = configuration.embedder
      ? await embeddings.createConfiguredEmbedder(configuration.embedder)
      : embeddings.createBundledEmbedder({ thread })
    return { embedder, reader: createBundledReader({ thread }) }
  })

  const openSettings = once(async () => {
    const { createSecretBox, createSettingsStore } = await import('@shutten/settings')
    const secrets = createSecretBox({ file: path.join(dataFolder, 'secret.key'), secret: configuration.secret })
    return createSettingsStore({ settings: database.settings, secrets, environment: configuration })
  })

  /** What answers are made with, whatever they are made of, as the settings have it now. */
  const openAnswering = async () => {
    const retrieval = await import('@shutten/retrieval')
    // Before the models: a wrong configuration is told at once.
    const { llm, problem, threshold, unsupportedSentences } = await (await openSettings()).resolve()
    const writer = await retrieval.createEffectiveWriter({ llm, problem, isStrict: configuration.llm !== null })
    const service =
      configuration.reranker && configuration.reranker !== 'none'
        ? (await import('@shutten/rerankers')).createConfiguredReranker(configuration.reranker)
        : null
    const { embedder, reader } = await openModels()
    const reranker = configuration.reranker === 'none' ? null : (service ?? retrieval.createReaderReranker({ reader }))
    const synonyms = retrieval.openSynonymFile({
      file: path.join(dataFolder, 'synonyms.txt'),
      onError: tellOnStderr,
    })
    const { embedder: embedding, reranker: reranking, adminPassword, guard: mode } = configuration
    const guard = retrieval.createGuard({
      policy: retrieval.openGuardPolicyFile({
        file: path.join(dataFolder, 'guard.json'),
        mode,
        onError: tellOnStderr,
      }),
      secrets: [llm?.apiKey, embedding?.apiKey, reranking === 'none' ? null : reranking?.apiKey, adminPassword],
    })
    const calibration = retrieval.withThreshold(threshold)
    return {
      retrieval,
      parts: { embedder, reader, reranker, writer, synonyms, guard, unsupportedSentences, calibration },
    }
  }

  const openServing = async () => {
    const { retrieval, parts } = await openAnswering()
    const generations = retrieval.createServingGenerations({
      store: await openGenerations(),
      records: database.ingestion,
      exclusions: database.exclusions,
    })
    closing.unshift(() => generations.close())
    const answerer = retrieval.createAnswerer({ generations, ...parts })
    return {
      searcher: retrieval.createSearcher({ generations, ...parts }),
      answerer,
      assistant: retrieval.createAssistant({ answerer, conversations: database.conversations }),
    }
  }

  /** Search and answers over one generation, as if it served. */
  const openFixed: Parameters<
    typeof import('./evaluation/open-measured-index.js').openMeasuredIndex
  >[0]['openRetrieval'] = async ({ serving, embedder }): Promise<FixedRetrieval> => {
    const { retrieval, parts: usual } = await openAnswering()
    const generations = retrieval.createServingGenerations({
      store: await openGenerations(),
      records: { findServing: async () => serving },
      exclusions: database.exclusions,
    })
    const parts = { ...usual, embedder: embedder ?? usual.embedder }
    return {
      searcher: retrieval.createSearcher({ generations, ...parts }),
      answerer: retrieval.createAnswerer({ generations, ...parts }),
      configuration: {
        generator: parts.writer?.id ?? 'extractive',
        embedder: parts.embedder.id,
        reranker: parts.reranker?.id ?? null,
        calibration: parts.calibration.version,
      },
      close: () => generations.close(),
    }
  }

  const getQualityPolicy = async () => readQualityPolicy(await database.settings.find(qualityPolicyKey))

  const openQuality = once(async () => {
    const [{ createQualityControl }, { openMeasuredIndex }] = await Promise.all([
      import('@shutten/evaluation'),
      import('./evaluation/open-measured-index.js'),
    ])
    return createQualityControl({
      questions: database.goldenQuestions,
      runs: database.qualityRuns,
      getPolicy: getQualityPolicy,
      openIndex: (asked) => openMeasuredIndex({ records: database.ingestion, openRetrieval: openFixed, ...asked }),
    })
  })

  const getHygienePolicy = async () => {
    const { readHygienePolicy } = await import('@shutten/ingestion/sources')
    return readHygienePolicy(path.join(dataFolder, 'hygiene.json'))
  }

  const openIngestor = once(async () => {
    const [ingestion, { createCachedEmbedder }] = await Promise.all([
      import('@shutten/ingestion'),
      import('@shutten/embeddings'),
    ])
    const { embedder } = await openModels()
    const crawler = ingestion.createSourceCrawler()
    closing.push(() => crawler.close())
    return ingestion.createIngestor({
      registry: { sources: database.sources, crawler },
      records: database.ingestion,
      generations: await openGenerations(),
      embedder: createCachedEmbedder({ embedder, cache: parts.embeddingCache ?? database.embeddingCache }),
      chunker: ingestion.createChunker(),
      sources: ingestion.createSourceReader(),
      hygiene: {
        getPolicy: getHygienePolicy,
        quarantine: database.quarantine,
      },
      erasure: database.erasure,
      edits: database.edits,
      uploadsFolder: path.join(dataFolder, 'uploads'),
      quality: { gate: await openQuality(), candidates: database.candidates },
    })
  })

  return {
    database,
    openGenerations,
    readHygienePolicy: getHygienePolicy,
    async listGenerations() {
      const { describeGenerations } = await import('@shutten/generations')
      return describeGenerations({ records: database.ingestion, generations: await openGenerations() })
    },
    openModels,
    openRetrieval: once(openServing),
    openIngestor,
    createJobRunner: once(async () => {
      const ingestion = await import('@shutten/ingestion')
      await freeDeadLease({ leases: database.leases, name: ingestion.writerLease })
      const visits = ingestion.createSourceScheduler({ sources: database.sources, onError: tellOnStderr })
      const measurements = createMeasureScheduler({ database, getPolicy: getQualityPolicy })
      const retention = (await import('@shutten/settings')).createRetention({
        store: await openSettings(),
        settings: database.settings,
        conversations: database.conversations,
        leases: database.leases,
        owner: leaseOwner,
      })
      return ingestion.createJobRunner({
        jobs: database.jobs,
        items: database.jobItems,
        leases: database.leases,
        ingestor: await openIngestor(),
        owner: leaseOwner,
        measurer: await openQuality(),
        async queueDue() {
          await retention.runDue().catch((error: unknown) => tellOnStderr(toShuttenError(error)))
          await visits.queueDue()
          await measurements.queueDue()
        },
        onError: tellOnStderr,
      })
    }),
    openSourceManager: once(async () => {
      const { createSourceManager } = await import('@shutten/ingestion/sources')
      return createSourceManager({ sources: database.sources, jobs: database.jobs })
    }),
    async releaseDocument(id) {
      const { releaseDocument } = await import('@shutten/ingestion/sources')
      const { quarantine, jobs, sources } = database
      return releaseDocument({ id, quarantine, jobs, sources })
    },
    async isOutdated() {
      const serving = await database.ingestion.findServing()
      if (!serving) return false
      const [{ createChunker }, generations, { embedder }] = await Promise.all([
        import('@shutten/ingestion'),
        openGenerations(),
        openModels(),
      ])
      const manifest = (await generations.list()).find(({ id }) => id === serving.id)?.manifest
      return !(
        manifest?.embedder.id === embedder.id &&
        manifest.chunker === createChunker().version &&
        manifest.lexical === generations.lexicalVersion
      )
    },
    async close() {
      for (const close of closing) await close()
      await database.close()
    },
  }
}

export type { SalvageReport }

/** New records in place of damaged ones; see `salvageRecords`. */
export function salvage({ dataFolder, suffix }: { dataFolder: string; suffix: string }): Promise<SalvageReport> {
  return salvageRecords({ file: path.join(dataFolder, 'shutten.db'), suffix, isAtWork: isHolderHere })
}
