import {
  type DeleteReport,
  type Embedder,
  type IngestReport,
  type JobRequest,
  type MeasureReport,
  type QualityMeasurer,
  ShuttenError,
  type TextDocument,
} from '@shutten/core'
import type { RunOptions } from '../pipeline/ingest-call.js'
import type { Ingestor } from '../pipeline/ingestor.js'

/** Does what a job asks for. Errors: those of the ingestor; CONFIGURATION_INVALID for an embedder that is not at hand. */
export async function performRequest(options: {
  request: JobRequest
  /** The text that the request names at a position. */
  getDocument: (position: number) => Promise<TextDocument>
  /** The addresses that came with the request as items. */
  listUris: (count: number) => Promise<string[]>
  ingestor: Ingestor
  getEmbedder?: (id: string) => Promise<Embedder>
  measurer?: QualityMeasurer | undefined
  run: RunOptions & { jobId: string }
}): Promise<IngestReport | DeleteReport | MeasureReport> {
  const { request, getDocument, listUris, ingestor, run } = options
  switch (request.kind) {
    case 'ingest':
      return ingestor.ingest({ locations: request.locations, ...(request.tags && { tags: request.tags }), ...run })
    case 'ingest-texts':
      return ingestor.ingestPayloads({ uris: request.documents.map(({ uri }) => uri), getDocument, ...run })
    case 'ingest-source':
      return ingestor.ingestSource({
        sourceId: request.sourceId,
        ...(request.isFull && { isFull: true }),
        ...run,
      })
    case 'remove-source':
      return ingestor.removeSource({ sourceId: request.sourceId, ...run })
    case 'delete':
      return ingestor.remove({ documentId: request.documentId, ...run })
    case 'change-documents':
      return ingestor.changeDocuments({
        change: request.change,
        uris: await listUris(request.count),
        getDocument,
        ...run,
      })
    case 'apply-policy':
      return ingestor.applyPolicy(run)
    case 'apply-edits':
      return ingestor.applyEdits(run)
    case 'rollback':
      return ingestor.rollBack({ generationId: request.generation, ...run })
    case 'drop-generation':
      return ingestor.dropGeneration({ generationId: request.generation, ...run })
    case 'measure': {
      if (options.measurer) return options.measurer.measure({ ...run, isAsked: request.generation === null })
      throw new ShuttenError({
        code: 'CONFIGURATION_INVALID',
        message: 'This process cannot put questions.',
        suggestion: 'Start the worker of Shutten, and ask for the measurement again.',
      })
    }
    case 'reindex': {
      if (!request.embedder || request.embedder === ingestor.embedderId) return ingestor.reindex(run)
      if (options.getEmbedder)
        return ingestor.reindex({ embedder: await options.getEmbedder(request.embedder), ...run })
      throw new ShuttenError({
        code: 'CONFIGURATION_INVALID',
        message: `The embedder ${request.embedder} is not the configured one (${ingestor.embedderId}).`,
        suggestion: 'Configure that embedder, restart, and ask for the rebuild again.',
      })
    }
  }
}
