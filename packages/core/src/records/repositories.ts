import type { DocumentSummary, ExtractedDocument, StoredDocument } from '../documents/document.js'
import type { Chunk, Passage } from '../passages/passage.js'
import type { Job, JobProgress, JobRequest, JobStatus } from './jobs.js'

/** A document version that was read but does not serve yet. */
export interface StagedVersion {
  documentId: string
  versionId: string
}

/** The documents that go into the next generation. */
export interface DocumentRepository {
  /** Of the serving generation, newest change first. */
  list(options?: {
    offset?: number
    limit?: number
    query?: string
  }): Promise<{ total: number; documents: DocumentSummary[] }>
  /** By id or URI; `versionId` asks for that version's text, the serving one otherwise. */
  find(idOrUri: string, options?: { versionId?: string }): Promise<StoredDocument | null>
  /** Errors: DOCUMENT_NOT_FOUND. */
  get(idOrUri: string, options?: { versionId?: string }): Promise<StoredDocument>
}

/** What ingestion asks of the records. Staged work becomes visible only with `switchTo`. */
export interface IngestionRepository {
  /** The serving state by URI: what a source's content is compared with. `root` limits to URIs that begin with it. */
  listKnown(options?: {
    root?: string
  }): Promise<{ documentId: string; uri: string; contentHash: string; versionId: string; givenTags: string[] }[]>
  findByContentHash(contentHash: string): Promise<{ documentId: string; uri: string } | null>
  /** Stores text and passages of a new or changed document; ids are made here. Staging the same content again gives the same version. */
  stageVersion(options: {
    documentId?: string
    uri: string
    mediaType: string
    contentHash: string
    document: ExtractedDocument
    /** Those of its tags that were given with the request; the rest is the source's own. */
    givenTags?: readonly string[]
    chunks: readonly Chunk[]
    chunker: string
  }): Promise<StagedVersion>
  /** Version ids that serve now. */
  listServingVersions(): Promise<StagedVersion[]>
  /** Passages of versions, in the order of the ids, by index. */
  getPassages(versionIds: readonly string[]): Promise<Passage[]>
  /** Text and structure of stored versions, to chunk them anew. */
  getVersion(versionId: string): Promise<StoredDocument>
  /** Replaces the passages of a version (a change of the chunker). */
  replacePassages(options: { versionId: string; chunks: readonly Chunk[]; chunker: string }): Promise<void>
  /** The one atomic switch: in one transaction the generation serves, its versions are the documents' current ones, and documents not in it are gone. */
  switchTo(options: {
    generationId: string
    versions: readonly StagedVersion[]
    counts: { documents: number; passages: number }
    embedder: string
  }): Promise<void>
  /** The generation that serves, or null before the first. */
  findServing(): Promise<ServingGeneration | null>
  listGenerations(): Promise<ServingGeneration[]>
  /** Removes versions, passages and generation rows that nothing needs: those not in `keepGenerations`. Returns how many versions went. */
  prune(options: { keepGenerations: readonly string[] }): Promise<number>
}

export interface ServingGeneration {
  id: string
  embedder: string
  documents: number
  passages: number
  /** ISO 8601, UTC: when it was switched to. */
  servedAt: string
}

/** Jobs as rows; one process at a time holds the writer's lease and works them off in order. */
export interface JobRepository {
  create(request: JobRequest): Promise<Job>
  find(id: string): Promise<Job | null>
  /** Newest first. */
  list(options?: { limit?: number; statuses?: readonly JobStatus[] }): Promise<Job[]>
  /** The oldest queued job, or a running one whose worker is gone, now running for this owner. Null when there is none. */
  claim(options: { owner: string }): Promise<Job | null>
  reportProgress(id: string, progress: JobProgress): Promise<void>
  succeed(id: string, result: NonNullable<Job['result']>): Promise<void>
  fail(id: string, error: NonNullable<Job['error']>): Promise<void>
  cancel(id: string): Promise<void>
}

/** Mutual exclusion between processes on one data folder, by expiry: a holder that dies frees it by silence. */
export interface LeaseRepository {
  /** True when `owner` holds the lease afterwards (also when it held it before: a renewal). */
  acquire(options: { name: string; owner: string; ttlMs: number }): Promise<boolean>
  release(options: { name: string; owner: string }): Promise<void>
  /** The live holder, or null. */
  findHolder(name: string): Promise<{ owner: string; expiresAt: string } | null>
}

export interface SettingsRepository {
  find(key: string): Promise<string | null>
  save(key: string, value: string): Promise<void>
}
