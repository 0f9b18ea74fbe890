import { createHash } from 'node:crypto'
import path from 'node:path'
import type { DocumentSummary, JobRequest } from '@shutten/core'
import { type Dataset, type EvaluationReport, evaluate, resolveRelevant } from '@shutten/evaluation'
import { finishAnswer } from '@shutten/retrieval'
import { articlesFolder } from '@shutten/sample-articles'
import type { CommandContext } from '../commands/command.js'
import { followJob } from '../commands/follow-job.js'

const datasetScheme = 'dataset:'

/** A dataset names documents by id, URI or file name, with or without its ending. */
function createDocumentFinder(documents: readonly DocumentSummary[]): (name: string) => string | null {
  const ids = new Map<string, string>()
  for (const { id, uri } of documents) {
    const file = decodeURIComponent(uri.split('/').at(-1) ?? uri)
    for (const name of [path.parse(file).name, file, uri.replace(datasetScheme, ''), uri, id]) ids.set(name, id)
  }
  return (name) => ids.get(name) ?? null
}

/** What has to be ingested before the questions are asked; nothing for a dataset about what is there already. */
function toIngest(options: { dataset: Dataset; sources: readonly string[]; isGolden: boolean }): JobRequest | null {
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
 * Ingests what the dataset brings, in a data folder of its own, and asks its questions. The folder is named by what
 * goes in, so that a second run embeds nothing again.
 */
export async function runEvaluation(options: {
  context: CommandContext
  dataset: Dataset
  sources: readonly string[]
  isGolden: boolean
  only?: 'retrieval' | 'answers'
  limit?: number
}): Promise<EvaluationReport> {
  const { context, only, limit } = options
  const { configuration, printer, signal } = context
  const request = toIngest(options)
  const name = createHash('sha256').update(JSON.stringify(request)).digest('hex').slice(0, 16)
  const application = await context.openApplication(
    request ? { ...configuration, dataFolder: path.join(configuration.dataFolder, 'evaluation', name) } : configuration,
  )
  const { database } = application
  if (request) await followJob({ application, job: await database.jobs.create(request), printer, signal })
  const { documents } = await database.documents.list({ limit: Number.MAX_SAFE_INTEGER })
  const { searcher, answerer } = await application.openRetrieval()
  let said = -1
  return evaluate({
    dataset: resolveRelevant({ dataset: options.dataset, findDocumentId: createDocumentFinder(documents) }),
    search: (query, k) => searcher.search({ query, k, signal }),
    ask: (question) => finishAnswer(answerer.ask({ question, signal })),
    getText: async (documentId, versionId) => (await database.documents.find(documentId, { versionId }))?.text ?? null,
    documents: documents.length,
    ...(only ? { only } : {}),
    ...(limit ? { limit } : {}),
    signal,
    onProgress({ done, total }) {
      const percent = Math.floor((10 * done) / total)
      if (percent !== said) printer.note(`${done}/${total} questions`)
      said = percent
    },
  })
}
