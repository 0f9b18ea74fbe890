import type { Embedder, IngestionRepository, ServingGeneration } from '@shutten/core'
import type { OpenIndex } from '@shutten/evaluation'
import { type Answerer, finishAnswer, type Searcher } from '@shutten/retrieval'
import { createDocumentFinder } from './create-document-finder.js'

/** Search and answers over one generation, whether it serves or not. */
export interface FixedRetrieval {
  searcher: Searcher
  answerer: Answerer
  configuration: OpenIndex['configuration']
  close(): Promise<void>
}

/**
 * Opens a generation for golden questions: one by its id, or what serves.
 *
 * @param options.openRetrieval of the generation that is given as the one that serves, made by that embedder, or by the configured one
 */
export async function openMeasuredIndex(options: {
  records: IngestionRepository
  openRetrieval: (options: { serving: ServingGeneration | null; embedder: Embedder | null }) => Promise<FixedRetrieval>
  generationId: string | null
  embedder?: Embedder | undefined
  signal?: AbortSignal | undefined
}): Promise<OpenIndex> {
  const { records, openRetrieval, embedder = null, signal } = options
  const serves = await records.findServing()
  const generationId = options.generationId ?? serves?.id ?? null
  const serving =
    generationId === null
      ? null
      : { embedder: '', documents: 0, passages: 0, servedAt: '', ...serves, id: generationId }
  const { searcher, answerer, configuration, close } = await openRetrieval({ serving, embedder })
  try {
    const findDocumentId = createDocumentFinder(
      generationId === null ? [] : await records.listGenerationAddresses(generationId),
    )
    const call = signal ? { signal } : {}
    return {
      generationId: generationId ?? '',
      configuration,
      findDocumentId,
      search: (query, k) => searcher.search({ query, k, ...call }),
      ask: (question) => finishAnswer(answerer.ask({ question, isFresh: true, ...call })),
      getText: (_, versionId) =>
        records.getVersion(versionId).then(
          ({ text }) => text,
          () => null,
        ),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
