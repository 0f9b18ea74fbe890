import type { DeleteReport, DocumentChange, Embedder, IngestReport, TextDocument } from '@shutten/core'
import type { RunOptions } from './ingest-call.js'

/**
 * Brings articles in and keeps the index. Each call builds a whole generation beside the serving one and switches to it
 * at the end, or changes nothing; a crash at any point leaves what serves as it is, and the same call completes the work.
 * One call at a time on a data folder: callers hold the writer's lease.
 */
export interface Ingestor {
  /** Id of the embedder that new generations are made with. */
  readonly embedderId: string
  /** Items that fail are told in the report, the rest goes in. Errors: CANCELLED, INDEX_DAMAGED; those of records, store and embedder. */
  ingest(options: { locations: readonly string[]; tags?: readonly string[] } & RunOptions): Promise<IngestReport>
  /** As `ingest`, for documents given by content. */
  ingestTexts(options: { documents: readonly TextDocument[] } & RunOptions): Promise<IngestReport>
  /** As `ingestTexts`, for documents that are fetched one by one when their turn comes, by their place in `uris`. */
  ingestPayloads(
    options: { uris: readonly string[]; getDocument: (position: number) => Promise<TextDocument> } & RunOptions,
  ): Promise<IngestReport>
  /**
   * Brings what a source holds up to date: lists it, reads what is not vouched for, removes what is gone. What is known of its
   * items changes after the switch only. `isFull` reads everything again. Errors: as `ingest`, and SOURCE_UNKNOWN.
   */
  ingestSource(options: { sourceId: string; isFull?: boolean } & RunOptions): Promise<IngestReport>
  /** Removes the documents of a source that no other source holds, then the source. */
  removeSource(options: { sourceId: string } & RunOptions): Promise<IngestReport>
  /** Chunks and embeds all stored texts anew. With `embedder`, that one makes this and later generations. Errors: INDEX_EMPTY. */
  reindex(options?: { embedder?: Embedder } & RunOptions): Promise<IngestReport>
  /** Removes a document from everything, the previous generation included, and searches for it afterwards. Errors: DOCUMENT_NOT_FOUND. */
  remove(options: { documentId: string } & RunOptions): Promise<DeleteReport>
  /**
   * Does the same to many documents, by their addresses: they are deleted, read again from where they came from, or tagged. One
   * that is not there any more is passed over. A deletion leaves no earlier generation. Errors: as `ingest`.
   */
  changeDocuments(
    options: {
      change: DocumentChange
      uris: readonly string[]
      /** Gives the id of a document by its place in `uris`. */
      getDocument: (position: number) => Promise<Pick<TextDocument, 'id'>>
    } & RunOptions,
  ): Promise<IngestReport>
  /**
   * Applies today's policy to what is stored; see `applyPolicy`. Where something changes no earlier generation is kept: it
   * would hold what is masked. Errors: those of `ingest`.
   */
  applyPolicy(options?: RunOptions): Promise<IngestReport>
  /** Brings what serves up to what editors wrote. Every ingest does that, too. Errors: those of `ingest`. */
  applyEdits(options?: RunOptions): Promise<IngestReport>
  /** Lets a kept generation serve again; see `rollBack`. Errors: GENERATION_NOT_KEPT, EMBEDDER_MISMATCH, INDEX_DAMAGED. */
  rollBack(options: { generationId: string } & RunOptions): Promise<IngestReport>
  /** Removes a generation that is held back, and what only it held. Errors: GENERATION_NOT_HELD. */
  dropGeneration(options: { generationId: string } & RunOptions): Promise<IngestReport>
}
