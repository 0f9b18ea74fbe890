import type { AppliedEdit } from '../documents/applied-edit.js'
import type { DocumentSummary, ExtractedDocument, StoredDocument } from '../documents/document.js'
import type { Chunk, Passage } from '../passages/passage.js'
import type { JobProgress } from './job-progress.js'
import type { Job, JobItem, JobItemCounts, JobItemStatus, JobStatus, NewJob, TextDocument } from './jobs.js'
import type { ItemVisit } from './sources.js'

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
    /** Of a version that editors have written in: what, and the version that says what the source says. It stays as long as this one. */
    edited?: { edits: readonly AppliedEdit[]; sourceVersionId: string }
  }): Promise<StagedVersion>
  /** Those of the versions that are stored. */
  findVersionIds(versionIds: readonly string[]): Promise<Set<string>>
  /** Version ids that serve now. */
  listServingVersions(): Promise<StagedVersion[]>
  /** Number of passages of versions. */
  countPassages(versionIds: readonly string[]): Promise<number>
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
    /** All other generations are forgotten in the same transaction: none of them can serve again. */
    forgetOthers?: boolean
    /** Whose doing it is. Its items count as compared with the new generation: whoever takes the job over finds its work done. */
    jobId?: string
  }): Promise<void>
  /** The generation that serves, or null before the first. */
  findServing(): Promise<ServingGeneration | null>
  /** Those that serve or can serve again, the last switched to first. */
  listGenerations(): Promise<ServingGeneration[]>
  /** What a generation holds; empty for one that is forgotten. */
  listGenerationVersions(generationId: string): Promise<StagedVersion[]>
  /** The addresses of its documents, also of one that waits to be switched to. */
  listGenerationAddresses(generationId: string): Promise<{ id: string; uri: string }[]>
  /**
   * Removes versions, passages and generation rows that nothing needs: those not in `keepGenerations`. Returns how many versions went.
   * With `keepStaged` what was staged for jobs that go on stays.
   */
  prune(options: { keepGenerations: readonly string[]; keepStaged?: boolean }): Promise<number>
}

export interface ServingGeneration {
  id: string
  embedder: string
  documents: number
  passages: number
  /** ISO 8601, UTC: when it was switched to. */
  servedAt: string
}

/** `isTakenUp`: a worker that had begun it died over it. */
export type ClaimedJob = Job & { isTakenUp: boolean }

/** Jobs as rows; one process at a time holds the writer's lease and works them off in order. */
export interface JobRepository {
  create(request: NewJob): Promise<Job>
  find(id: string): Promise<Job | null>
  /** Errors: JOB_NOT_FOUND. */
  get(id: string): Promise<Job>
  /** Newest first. */
  list(options?: { offset?: number; limit?: number; statuses?: readonly JobStatus[] }): Promise<Job[]>
  /** How many there are, of these statuses or of all; `since` counts those asked for from then on. */
  count(options?: { statuses?: readonly JobStatus[]; since?: Date }): Promise<number>
  /**
   * A running job whose worker is gone, a queued rollback, or the oldest queued job, now running for this owner; measurements
   * come last. Null when there is none. `except`: jobs that are left alone, by their ids.
   */
  claim(options: { owner: string; except?: readonly string[] }): Promise<ClaimedJob | null>
  reportProgress(id: string, progress: JobProgress): Promise<void>
  succeed(id: string, result: NonNullable<Job['result']>): Promise<void>
  fail(id: string, error: NonNullable<Job['error']>): Promise<void>
  /** For good; its items' payloads go. */
  cancel(id: string): Promise<void>
  /** Gives a running job back, for its worker was told to end: the next one goes on with it. */
  release(id: string): Promise<void>
  /** Stops a queued or running job until `resume`; what it has got done stays. Errors: JOB_NOT_FOUND, JOB_STATE. */
  pause(id: string): Promise<void>
  /** Queues a paused job again. Errors: JOB_NOT_FOUND, JOB_STATE. */
  resume(id: string): Promise<void>
  /**
   * Queues a finished job again, to do what is left of it: items that failed (or the one at `position`), and those that it
   * never came to. Errors: JOB_NOT_FOUND, JOB_STATE when nothing is left, or it is not finished.
   */
  retry(id: string, options?: { position?: number }): Promise<void>
}

export type NewJobItem = Pick<JobItem, 'uri' | 'action'> & { visit?: ItemVisit | null }

/** The items of jobs. A job without any has not looked at its sources yet. */
export interface JobItemRepository {
  /**
   * What a job has to do, and the generation it starts from. It takes the place of what was there before.
   * @param options.base id of the generation that serves; null before the first
   */
  begin(options: { jobId: string; base: string | null; items: readonly NewJobItem[] }): Promise<void>
  /** Null for a job that has not begun. */
  findBase(jobId: string): Promise<{ base: string | null } | null>
  /** Adds what a location holds behind all others, and the item that listed it is done. */
  expand(options: {
    jobId: string
    position: number
    items: readonly NewJobItem[]
    visit?: ItemVisit | null
  }): Promise<void>
  /** By position. */
  list(options: {
    jobId: string
    statuses?: readonly JobItemStatus[]
    offset?: number
    limit?: number
  }): Promise<JobItem[]>
  count(jobId: string): Promise<JobItemCounts>
  /** Counts an attempt before it is made: one that takes the worker down is one, too. */
  start(options: { jobId: string; position: number }): Promise<void>
  /** Done; `staged` is what a worker that goes on needs to know of it. */
  finish(options: {
    jobId: string
    position: number
    outcome: JobItem['outcome']
    staged: JobItem['staged']
    /** As it is unless given. */
    visit?: ItemVisit | null
  }): Promise<void>
  /** What a run of a source noted of its items, by position; gone once the run has succeeded. */
  listVisits(options: {
    jobId: string
    offset?: number
    limit?: number
  }): Promise<{ position: number; visit: ItemVisit }[]>
  /** With `nextAttemptAt` it waits for another try, without it has failed. */
  fail(options: {
    jobId: string
    position: number
    error: NonNullable<JobItem['error']>
    nextAttemptAt: Date | null
  }): Promise<void>
  /** Has all that is done waiting again: what it was compared with serves no more. */
  restart(options: { jobId: string; base: string | null }): Promise<void>
  /** The text that an item of an `ingest-texts` job carries. Errors: JOB_NOT_FOUND. */
  getPayload(options: { jobId: string; position: number }): Promise<TextDocument>
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
  /** Those of the keys that have a value. */
  findMany(keys: readonly string[]): Promise<Map<string, string>>
  save(key: string, value: string): Promise<void>
  /** Saves where the value is still `before` (null: there is none); false where it is another, which stays. */
  replace(options: { key: string; before: string | null; value: string }): Promise<boolean>
}
