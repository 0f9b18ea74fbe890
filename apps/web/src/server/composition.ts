import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { ShuttenError } from '@shutten/core'
import { readConfiguration } from '@/env'
import { createAuditLog } from './audit/create-audit-log'
import { adminName } from './auth/admin-name'
import { createAskLimits } from './auth/create-ask-limits'
import { ensureAdmin } from './auth/ensure-admin'
import { formatAdminPassword } from './auth/format-admin-password'
import { createInspector } from './documents/create-inspector'
import { createPassageEditor } from './documents/create-passage-editor'
import { removeUploadLeftovers } from './http/remove-upload-leftovers'
import { loadServerModules } from './load-server-modules'
import { createScopeCache } from './search/create-scope-cache'
import type { ShuttenServer } from './shutten-server'

/** An upload that was being taken when the server ended is among the newest jobs, if it is one. */
const recentJobs = 1_000

/** How long a page waits for questions to suggest, milliseconds; those found by then are on it. */
const patienceForSuggestions = 1_500
const suggestionsShown = 5

function tellOnStderr({ code, message, suggestion }: ShuttenError): void {
  process.stderr.write(`error[${code}] ${message}\n  → ${suggestion}\n`)
}

/** Everything behind the web application, wired. Sources are kept here; what visits and ingests them is the worker's process. */
export async function createServer(): Promise<ShuttenServer> {
  const configuration = readConfiguration()
  const { dataFolder } = configuration
  if (configuration.tracing) {
    const { startTracing } = await import(/* turbopackIgnore: true */ '@shutten/telemetry')
    startTracing({ ...configuration.tracing, serviceName: 'shutten' })
  }
  const modules = await loadServerModules()
  await mkdir(dataFolder, { recursive: true })
  const database = await modules.database.createDatabase({ file: path.join(dataFolder, 'shutten.db') })
  const store = modules.generations.createGenerationStore({
    folder: path.join(dataFolder, 'generations'),
    vectorIndex: modules.vectorIndex.createHnswIndexFactory(),
    lexicalIndex: modules.lexicalIndex.createInvertedIndexFactory(),
  })
  const { embeddingModel } = modules.embeddingModel
  const { readerModel } = modules.readerModel
  const thread = modules.onnx.createModelThread({ embedder: embeddingModel, reader: readerModel })
  const embedder = configuration.embedder
    ? await modules.embeddings.createConfiguredEmbedder(configuration.embedder)
    : modules.embeddings.createBundledEmbedder({ thread })
  const reader = modules.reader.createBundledReader({ thread })
  const reranker =
    configuration.reranker === 'none'
      ? null
      : configuration.reranker
        ? modules.rerankers.createConfiguredReranker(configuration.reranker)
        : modules.retrieval.createReaderReranker({ reader })
  const generations = modules.retrieval.createServingGenerations({
    store,
    records: database.ingestion,
    exclusions: database.exclusions,
  })
  const writer = configuration.llm ? await modules.retrieval.createConfiguredWriter(configuration.llm) : null
  const synonyms = modules.retrieval.openSynonymFile({
    file: path.join(dataFolder, 'synonyms.txt'),
    onError: tellOnStderr,
  })
  const searcher = modules.retrieval.createSearcher({ generations, embedder, reranker, synonyms })
  const cache = modules.retrieval.createAnswerCache({ maxEntries: configuration.answerCache })
  const guard = modules.retrieval.createGuard({
    policy: modules.retrieval.openGuardPolicyFile({
      file: path.join(dataFolder, 'guard.json'),
      mode: configuration.guard,
      onError: tellOnStderr,
    }),
    secrets: [
      configuration.llm?.apiKey,
      configuration.embedder?.apiKey,
      configuration.reranker === 'none' ? null : configuration.reranker?.apiKey,
      configuration.adminPassword,
    ],
  })
  const answerer = modules.retrieval.createAnswerer({
    generations,
    embedder,
    reader,
    reranker,
    writer,
    synonyms,
    cache,
    guard,
    unsupportedSentences: configuration.unsupportedSentences,
  })
  const explorer = modules.retrieval.createExplorer({
    generations,
    open: async (id) => {
      const revision = await database.exclusions.revision()
      const exclusions = await database.exclusions.list()
      return modules.retrieval.withExclusions({ generation: await store.open(id), exclusions, revision })
    },
    embedder,
    reader,
    reranker,
    synonyms,
    guard,
  })
  const suggester = modules.retrieval.createSuggester({
    generations,
    // What is shown to be answered is answered from the cache when it is clicked.
    answerer: writer
      ? modules.retrieval.createAnswerer({ generations, embedder, reader, reranker, synonyms, guard })
      : answerer,
  })
  const models = { generator: writer?.id ?? 'extractive', embedder: embedder.id, reranker: reranker?.id ?? null }
  const assistant = modules.retrieval.createAssistant({
    answerer: modules.retrieval.withTriedSuggestions({ answerer, suggester, count: suggestionsShown }),
    conversations: database.conversations,
    identify: async () => ({ model: models, generation: (await database.ingestion.findServing())?.id ?? '' }),
  })
  const scopes = createScopeCache({ database })
  const { cleanText, placeEdits, describeOriginal, inspectDocument, readHygienePolicy } = modules.sources
  const editor = createPassageEditor({
    database,
    cleanText,
    placeEdits,
    describeOriginal,
    inspect: async ({ title, text }) =>
      inspectDocument({
        document: { title, text, blocks: [] },
        policy: await readHygienePolicy(path.join(dataFolder, 'hygiene.json')),
      }),
  })
  const inspector = createInspector({
    database,
    editor,
    generations,
    // What was embedded for the index is kept: these are its very vectors.
    embedder: modules.embeddings.createCachedEmbedder({ embedder, cache: database.embeddingCache }),
    formatPassage: modules.sources.formatPassage,
    estimateTokens: modules.retrieval.estimateTokens,
    findExcluded: modules.retrieval.findExcluded,
  })

  const uploadsFolder = path.join(dataFolder, 'uploads')
  await removeUploadLeftovers({
    folder: uploadsFolder,
    isRegistered: async (file) =>
      (await database.jobs.list({ limit: recentJobs })).some(
        ({ request }) => request.kind === 'ingest' && request.locations.includes(file),
      ),
  })
  const { madePassword } = await ensureAdmin({
    accounts: database.accounts,
    password: configuration.adminPassword ?? undefined,
  })
  const url = `http://${configuration.host}:${configuration.port}/admin`
  if (madePassword) process.stdout.write(`${formatAdminPassword({ password: madePassword, url })}\n`)
  // The first question should not wait for the models, nor the first page for what can be asked.
  void embedder
    .embedQuery('準備')
    .then(() => suggester.suggest({ language: 'ja', count: suggestionsShown }))
    .then(() => suggester.suggest({ language: 'en', count: suggestionsShown }))
    .catch(() => {})

  const listGenerations = () =>
    modules.generations.describeGenerations({ records: database.ingestion, generations: store })

  return {
    ask: (options) => assistant.ask(options),
    search: (options) => searcher.search(options),
    explore: (options) => explorer.explore(options),
    suggestions: ({ language }) =>
      suggester.suggest({ language, count: suggestionsShown, patience: patienceForSuggestions }),
    documents: database.documents,
    inspector,
    editor,
    edits: database.edits,
    exclusions: database.exclusions,
    answerLog: database.answerLog,
    generationHistory: database.generationHistory,
    conversations: database.conversations,
    feedback: database.feedback,
    shares: database.shares,
    scopes,
    jobs: database.jobs,
    jobItems: database.jobItems,
    quarantine: database.quarantine,
    sources: modules.sources.createSourceManager({ sources: database.sources, jobs: database.jobs }),
    async release(id) {
      const { quarantine, jobs, sources } = database
      return (await modules.sources.releaseDocument({ id, quarantine, jobs, sources })).id
    },
    releaseAll(documents) {
      const { quarantine, jobs, sources } = database
      return modules.sources.releaseDocuments({ documents, quarantine, jobs, sources })
    },
    accounts: database.accounts,
    settings: database.settings,
    audit: createAuditLog({ audit: database.audit, days: configuration.auditDays }),
    askLimits: createAskLimits({ perMinute: configuration.asksPerMinute }),
    fixedAccount: configuration.adminPassword === null ? null : adminName,
    uploadsFolder,
    listGenerations,
    async status() {
      const [serving] = (await listGenerations()).filter(({ isServing }) => isServing)
      return {
        generation: serving?.id ?? null,
        documents: serving?.documents ?? 0,
        passages: serving?.passages ?? 0,
        linked: serving?.linked ?? 0,
        servedAt: serving?.servedAt ?? null,
        ...models,
      }
    },
  }
}
