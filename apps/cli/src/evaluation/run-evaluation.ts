import { createHash } from 'node:crypto'
import path from 'node:path'
import type { IngestReport, NewJob } from '@shutten/core'
import {
  type Dataset,
  type EvaluationReport,
  type EvaluationRun,
  evaluate,
  findReadings,
  measureRobustness,
  type Perturbation,
  resolveRelevant,
} from '@shutten/evaluation'
import { finishAnswer } from '@shutten/retrieval'
import { articlesFolder } from '@shutten/sample-articles'
import type { CommandContext } from '../commands/command.js'
import type { Application } from '../composition.js'
import type { Printer } from '../output/printer.js'
import { openSharedEmbeddings } from './composition.js'
import { createDocumentFinder, datasetScheme } from './create-document-finder.js'
import { describeConfiguration } from './describe-configuration.js'
import { indexDocuments } from './index-documents.js'

export interface EvaluationOptions {
  only?: 'retrieval' | 'answers'
  limit?: number
  /** Questions to ask, where not all. */
  ask?: number
  depth?: number
  perturb?: readonly Perturbation[]
  /** Of the bootstrap and of what is damaged. */
  seed?: number
}

/** What has to be ingested before the questions are asked; nothing for a dataset about what is there already. */
function toIngest(options: {
  dataset: Dataset
  sources: readonly string[]
  isGolden: boolean
}): Extract<NewJob, { kind: 'ingest' | 'ingest-texts' }> | null {
  const { documents } = options.dataset
  if (documents)
    return {
      kind: 'ingest-texts',
      documents: documents.map(({ id, title, text, lang }) => ({
        id,
        uri: `${datasetScheme}${id}`,
        title,
        text,
        ...(lang === 'ja' || lang === 'en' ? { language: lang } : {}),
      })),
    }
  if (options.sources.length > 0)
    return { kind: 'ingest', locations: options.sources.map((source) => path.resolve(source)) }
  return options.isGolden ? { kind: 'ingest', locations: [articlesFolder] } : null
}

/**
 * Ingests what the dataset brings, in a data folder of its own named by what goes in, and puts its questions. Vectors
 * are shared between those folders: nothing is embedded twice.
 */
export async function runEvaluation(options: {
  context: CommandContext
  dataset: Dataset
  sources: readonly string[]
  isGolden: boolean
  measure: EvaluationOptions
  /** Names the run. */
  id: string
}): Promise<EvaluationReport & { run: EvaluationRun }> {
  const { context, id, measure } = options
  const { configuration, printer, signal } = context
  const createdAt = new Date().toISOString()
  const { application, indexing } = await openIndexed({ context, request: toIngest(options) })
  const { database } = application
  const { documents } = await database.documents.list({ limit: Number.MAX_SAFE_INTEGER })
  const dataset = resolveRelevant({ dataset: options.dataset, findDocumentId: createDocumentFinder(documents) })
  const { searcher, answerer } = await application.openRetrieval()
  const { only, limit, ask, depth = 10, perturb = [], seed } = measure
  const search = (query: string, k: number) => searcher.search({ query, k, signal })
  const report = await evaluate({
    dataset,
    search,
    ask: (question) => finishAnswer(answerer.ask({ question, signal })),
    getText: async (documentId, versionId) => (await database.documents.find(documentId, { versionId }))?.text ?? null,
    documents: documents.length,
    depth,
    ...(only && { only }),
    ...(limit !== undefined && { limit }),
    ...(ask !== undefined && { askLimit: ask }),
    ...(seed !== undefined && { seed }),
    signal,
    onProgress: createTeller(printer, 'questions'),
  })
  const robustness =
    perturb.length > 0 &&
    (await measureRobustness({
      questions: dataset.questions,
      outcomes: report.perQuestion,
      kinds: perturb,
      search,
      depth,
      ...(perturb.includes('kana') && { readings: findReadings(await collectTexts(options.dataset, application)) }),
      ...(seed !== undefined && { seed }),
      signal,
      onProgress: createTeller(printer, 'damaged questions'),
    }))
  const measured = { only: only ?? null, limit: limit ?? null, ask: ask ?? null, depth, perturb: [...perturb] }
  return {
    ...report,
    ...(robustness && { robustness }),
    run: {
      id,
      createdAt,
      configuration: await describeConfiguration({ application, configuration, measured }),
      indexing,
    },
  }
}

/** The data folder that the questions are about, its documents searchable. */
async function openIndexed(options: {
  context: CommandContext
  request: ReturnType<typeof toIngest>
}): Promise<{ application: Application; indexing: EvaluationRun['indexing'] }> {
  const { context, request } = options
  const { configuration, printer, signal } = context
  if (!request) return { application: await context.openApplication(), indexing: null }
  const folder = path.join(configuration.dataFolder, 'evaluation')
  const name = createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 16)
  const embeddings = await openSharedEmbeddings({ folder })
  try {
    const application = await context.openApplication(
      { ...configuration, dataFolder: path.join(folder, name) },
      { embeddingCache: embeddings.cache },
    )
    const report: IngestReport = await indexDocuments({ application, request, printer, signal })
    const { documents, passages, seconds } = report
    return { application, indexing: { documents, passages, embedded: embeddings.embedded, seconds } }
  } finally {
    await embeddings.close()
  }
}

/** What the questions are about: the texts of the dataset, or those that were ingested for it. */
async function collectTexts(dataset: Dataset, { database }: Application): Promise<string[]> {
  if (dataset.documents) return dataset.documents.map(({ text }) => text)
  const texts: string[] = []
  const { documents } = await database.documents.list({ limit: Number.MAX_SAFE_INTEGER })
  for (const { id } of documents) texts.push((await database.documents.get(id)).text)
  return texts
}

/** Tells each tenth. */
function createTeller(printer: Printer, what: string): (progress: { done: number; total: number }) => void {
  let said = -1
  return ({ done, total }) => {
    const tenth = Math.floor((10 * done) / total)
    if (tenth !== said) printer.note(`${done}/${total} ${what}`)
    said = tenth
  }
}
