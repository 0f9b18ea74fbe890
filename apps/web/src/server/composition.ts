import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { parseHygienePolicy, type ShuttenError } from '@shutten/core'
import { readConfiguration } from '@/env'
import { createAuditLog } from './audit/create-audit-log'
import { adminName } from './auth/admin-name'
import { createAskLimits } from './auth/create-ask-limits'
import { ensureAdmin } from './auth/ensure-admin'
import { formatAdminPassword } from './auth/format-admin-password'
import { createInspector } from './documents/create-inspector'
import { createPassageEditor } from './documents/create-passage-editor'
import { createGaps } from './gaps/create-gaps'
import { removeUploadLeftovers } from './http/remove-upload-leftovers'
import { createStagedUploads } from './http/staged-uploads'
import { withQueueLimit } from './http/with-queue-limit'
import { loadServerModules } from './load-server-modules'
import { createQuality } from './quality/create-quality'
import { createScopeCache } from './search/create-scope-cache'
import { createAnswering } from './settings/create-answering'
import { createPolicyFile } from './settings/create-policy-file'
import { findFixedSettings } from './settings/find-fixed-settings'
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
  const synonyms = modules.retrieval.openSynonymFile({
    file: path.join(dataFolder, 'synonyms.txt'),
    onError: tellOnStderr,
  })
  const searcher = modules.retrieval.createSearcher({ generations, embedder, reranker, synonyms })
  const stored = modules.settings.createSettingsStore({
    settings: database.settings,
    secrets: modules.settings.createSecretBox({
      file: path.join(dataFolder, 'secret.key'),
      secret: configuration.secret,
    }),
    environment: configuration,
  })
  const guardFile = path.join(dataFolder, 'guard.json')
  const answering = createAnswering({
    retrieval: modules.retrieval,
    configuration,
    read: stored.resolve,
    generations,
    async open(id) {
      const revision = await database.exclusions.revision()
      const exclusions = await database.exclusions.list()
      return modules.retrieval.withExclusions({ generation: await store.open(id), exclusions, revision })
    },
    embedder,
    reader,
    reranker,
    synonyms,
    policy: modules.retrieval.openGuardPolicyFile({
      file: guardFile,
      mode: configuration.guard,
      onError: tellOnStderr,
    }),
    onProblem: tellOnStderr,
  })
  // A writer that the environment names and that cannot be made is told at start.
  await answering.get()
  const suggester = modules.retrieval.createSuggester({
    generations,
    answerer: answering.suggesting,
  })
  const findModels = async () => ({
    generator: (await answering.get()).generator,
    embedder: embedder.id,
    reranker: reranker?.id ?? null,
  })
  const assistant = modules.retrieval.createAssistant({
    answerer: modules.retrieval.withTriedSuggestions({
      answerer: answering.answerer,
      suggester,
      count: suggestionsShown,
    }),
    conversations: database.conversations,
    identify: async () => ({
      model: await findModels(),
      generation: (await database.ingestion.findServing())?.id ?? '',
    }),
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
    explore: async (options) => (await answering.get()).explorer.explore(options),
    suggestions: ({ language }) =>
      suggester.suggest({ language, count: suggestionsShown, patience: patienceForSuggestions }),
    documents: database.documents,
    documentBrowser: database.documentBrowser,
    inspector,
    editor,
    edits: database.edits,
    exclusions: database.exclusions,
    answerLog: database.answerLog,
    quality: createQuality({
      questions: database.goldenQuestions,
      runs: database.qualityRuns,
      candidates: database.candidates,
      settings: database.settings,
      evaluation: modules.evaluation,
    }),
    gaps: createGaps({
      gaps: database.gaps,
      embedder,
      cluster: modules.retrieval.clusterQuestions,
      fold: modules.text.foldText,
      ask: (question, signal) =>
        modules.retrieval.finishAnswer(answering.answerer.ask({ question, isFresh: true, ...(signal && { signal }) })),
      explore: async (query, signal) => (await answering.get()).explorer.explore({ query, ...(signal && { signal }) }),
    }),
    generationHistory: database.generationHistory,
    conversations: database.conversations,
    feedback: database.feedback,
    shares: database.shares,
    scopes,
    jobs: withQueueLimit(database.jobs),
    jobItems: database.jobItems,
    leases: database.leases,
    stagedUploads: createStagedUploads({ folder: uploadsFolder }),
    quarantine: database.quarantine,
    sources: modules.sources.createSourceManager({ sources: database.sources, jobs: database.jobs }),
    previewSource: modules.sources.createSourcePreviewer({ sources: database.sources }).preview,
    listNextRuns: modules.sources.listNextRuns,
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
    passkeys: database.passkeys,
    origin: configuration.origin,
    administration: {
      stored,
      policies: {
        questions: createPolicyFile({
          file: guardFile,
          parse: (input) => modules.retrieval.parseGuardPolicy({ input }),
        }),
        documents: createPolicyFile({ file: path.join(dataFolder, 'hygiene.json'), parse: parseHygienePolicy }),
      },
      fixed: findFixedSettings(configuration),
      defaultThreshold: modules.retrieval.defaultCalibration.threshold,
      tryAnswer: answering.try,
      checkWriter: async (llm) => {
        await modules.retrieval.createConfiguredWriter(llm)
      },
      findRetentionRun: () => modules.settings.readRetentionRun(database.settings),
    },
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
        ...(await findModels()),
      }
    },
  }
}
