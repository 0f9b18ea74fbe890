import { ShuttenVectorStore, type ShuttenVectorStoreOptions } from './shutten-vector-store.js'

/**
 * The generation that serves as a LangChain `VectorStore`. Searches are by meaning alone (cosine, larger is better) and
 * give passages; `createLangChainRetriever` gives the whole search. Filters are `SearchFilters`. Documents are added
 * and deleted through ingestion: `addDocuments` cuts, embeds and indexes, and resolves once they are found.
 * Errors (of its calls): INPUT_INVALID, FILTER_INVALID, INGEST_INCOMPLETE, EMBEDDER_MISMATCH, INDEX_DAMAGED,
 * GENERATION_NOT_FOUND; those of the embedder and of ingestion. A store without documents finds nothing.
 */
export function createLangChainVectorStore(options: ShuttenVectorStoreOptions): ShuttenVectorStore {
  return new ShuttenVectorStore(options)
}
