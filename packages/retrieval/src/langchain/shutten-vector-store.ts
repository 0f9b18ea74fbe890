import { Document, type DocumentInterface } from '@langchain/core/documents'
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { maximalMarginalRelevance } from '@langchain/core/utils/math'
import { type MaxMarginalRelevanceSearchOptions, VectorStore } from '@langchain/core/vectorstores'
import {
  type Embedder,
  type IngestReport,
  isShuttenError,
  parseSearchFilters,
  type SearchFilters,
  ShuttenError,
} from '@shutten/core'
import type { ServingGenerations } from '../generations/create-serving-generations.js'
import { createLangChainEmbeddings, EmbedderEmbeddings } from './create-langchain-embeddings.js'
import { type StoredPassageMetadata, toStoredPassageDocument } from './passage-document.js'
import { type IngestText, toIngestText } from './to-ingest-text.js'

export interface ShuttenVectorStoreOptions {
  generations: Pick<ServingGenerations, 'acquire'>
  /** The one that the generation was made by. */
  embedder: Embedder
  /** Takes documents in; resolves once they can be found, as `Ingestor.ingestTexts` does. */
  ingest?: (documents: IngestText[]) => Promise<Pick<IngestReport, 'failed'>>
  /** Removes a document; resolves once it is gone, as `Ingestor.remove` does. */
  remove?: (documentId: string) => Promise<unknown>
}

type Found = [Document<StoredPassageMetadata>, number][]

const createError = (
  code: 'INPUT_INVALID' | 'INGEST_INCOMPLETE' | 'EMBEDDER_MISMATCH',
  message: string,
  suggestion: string,
) => new ShuttenError({ code, message, suggestion })

/** See `createLangChainVectorStore`. */
export class ShuttenVectorStore extends VectorStore {
  declare FilterType: SearchFilters

  constructor(private readonly options: ShuttenVectorStoreOptions) {
    super(createLangChainEmbeddings({ embedder: options.embedder }), {})
  }

  override _vectorstoreType(): string {
    return 'shutten'
  }

  override async similaritySearchVectorWithScore(query: number[], k: number, filter?: SearchFilters): Promise<Found> {
    if (!Number.isInteger(k) || k < 1)
      throw createError(
        'INPUT_INVALID',
        `k is ${k}; it must be a whole number from 1 on.`,
        'Ask for at least 1 document.',
      )
    const norm = Math.hypot(...query)
    if (!(norm > 0 && norm < Infinity))
      throw createError('INPUT_INVALID', 'The vector has no direction.', 'Give the vector that the embeddings made.')
    const filters = parseSearchFilters(filter)
    const lease = await this.acquire()
    if (!lease) return []
    const { generation, release } = lease
    try {
      const indexedBy = generation.manifest.embedder.id
      if (indexedBy !== this.options.embedder.id)
        throw createError(
          'EMBEDDER_MISMATCH',
          `The index was made by the embedder ${indexedBy}; the store has ${this.options.embedder.id}.`,
          'Give the store the embedder of the index, or rebuild the index.',
        )
      const within = filters ? generation.findOrdinals(filters) : undefined
      if (within?.size === 0) return []
      const hits = generation.vectors.search({
        vector: Float32Array.from(query, (value) => value / norm),
        k,
        ...(within && { within }),
      })
      const passages = new Map(
        generation.getPassages(hits.map(({ ordinal }) => ordinal)).map((one) => [one.ordinal, one]),
      )
      return hits.flatMap(({ ordinal, similarity }): Found => {
        const passage = passages.get(ordinal)
        return passage ? [[toStoredPassageDocument(passage, generation.id), similarity]] : []
      })
    } finally {
      release()
    }
  }

  override async maxMarginalRelevanceSearch(
    query: string,
    { k, fetchK = 20, lambda = 0.5, filter }: MaxMarginalRelevanceSearchOptions<SearchFilters>,
  ): Promise<Document<StoredPassageMetadata>[]> {
    const vector = await this.embeddings.embedQuery(query)
    const found = await this.similaritySearchVectorWithScore(vector, Math.max(k, fetchK), filter)
    // An index gives no vectors back, so those of the few that were fetched are made anew, from what they were made from.
    const texts = found.map(([{ pageContent, metadata }]) =>
      [metadata.title, metadata.headingPath.join(' > '), pageContent].filter(Boolean).join('\n'),
    )
    const chosen = maximalMarginalRelevance(vector, await this.embeddings.embedDocuments(texts), lambda, k)
    return chosen.flatMap((i) => found[i]?.[0] ?? [])
  }

  override async addDocuments(documents: DocumentInterface[], options: { ids?: string[] } = {}): Promise<string[]> {
    const { ingest } = this.options
    if (!ingest)
      throw createError('INPUT_INVALID', 'This store only searches.', 'Give it `ingest` to add documents through it.')
    if (options.ids && options.ids.length !== documents.length)
      throw createError(
        'INPUT_INVALID',
        `There are ${options.ids.length} ids for ${documents.length} documents.`,
        'Give one id for each document, or none.',
      )
    const texts = documents.map((document, i) => toIngestText(document, options.ids?.[i]))
    if (texts.length === 0) return []
    const [failure] = (await ingest(texts)).failed
    if (failure)
      throw createError(
        'INGEST_INCOMPLETE',
        `${failure.uri} was not taken in: ${failure.message}`,
        failure.suggestion ?? 'Correct it and add it again; the others are in.',
      )
    return texts.map(({ id }) => id)
  }

  override async addVectors(): Promise<never> {
    throw createError(
      'INPUT_INVALID',
      'This store takes no vectors: it makes its own, from the passages that it cuts.',
      'Use addDocuments.',
    )
  }

  /** @param params.ids of documents, as `addDocuments` gave them; one that is not there is no error */
  override async delete(params: { ids?: string[] } = {}): Promise<void> {
    const { remove } = this.options
    if (!remove || !params.ids)
      throw createError(
        'INPUT_INVALID',
        remove ? 'It is not said what to delete.' : 'This store only searches.',
        remove ? 'Give the ids of the documents.' : 'Give it `remove` to delete documents through it.',
      )
    for (const id of params.ids)
      await remove(id).catch((error) => {
        if (!isShuttenError(error) || error.code !== 'DOCUMENT_NOT_FOUND') throw error
      })
  }

  /** Null before anything is indexed: a store without documents is not an error to LangChain. */
  private async acquire() {
    return this.options.generations.acquire().catch((error) => {
      if (isShuttenError(error) && error.code === 'INDEX_EMPTY') return null
      throw error
    })
  }

  static override async fromDocuments(
    documents: DocumentInterface[],
    embeddings: EmbeddingsInterface,
    options: ShuttenVectorStoreOptions,
  ): Promise<ShuttenVectorStore> {
    if (!(embeddings instanceof EmbedderEmbeddings) || embeddings.embedder.id !== options.embedder.id)
      throw createError(
        'INPUT_INVALID',
        'The embeddings are not those of the index.',
        "Give createLangChainEmbeddings with the store's own embedder.",
      )
    const store = new ShuttenVectorStore(options)
    await store.addDocuments(documents)
    return store
  }

  /** @param metadatas one for each text, or one for all */
  static override async fromTexts(
    texts: string[],
    metadatas: object[] | object,
    embeddings: EmbeddingsInterface,
    options: ShuttenVectorStoreOptions,
  ): Promise<ShuttenVectorStore> {
    const documents = texts.map(
      (pageContent, i) => new Document({ pageContent, metadata: Array.isArray(metadatas) ? metadatas[i] : metadatas }),
    )
    return ShuttenVectorStore.fromDocuments(documents, embeddings, options)
  }
}
