import type { SkippedItems } from '../sources/skipped-items.js'
import type { JobProgress } from './job-progress.js'
import type { MeasureReport } from './quality.js'

/**
 * `paused`: somebody stopped it to go on later. A job that failed, or succeeded with items that failed, can be queued
 * again, and goes on where it was.
 */
export type JobStatus = 'queued' | 'running' | 'paused' | 'succeeded' | 'failed' | 'cancelled'
export type JobKind =
  | 'ingest'
  | 'ingest-source'
  | 'remove-source'
  | 'reindex'
  | 'delete'
  | 'change-documents'
  | 'rollback'
  | 'apply-policy'
  | 'apply-edits'
  | 'measure'
  | 'drop-generation'

/** What is done to many documents at once. */
export type DocumentChange =
  | { action: 'delete' }
  /** Reads each again from where it came from; what has no such place is left as it is. */
  | { action: 'reread' }
  | { action: 'tag'; add: string[]; remove: string[] }

/** What the worker is asked to do. Paths are absolute. */
export type JobRequest =
  /** `tags` take the place of those given before, `[]` takes them away; without it they stay. */
  | { kind: 'ingest'; locations: string[]; tags?: string[] }
  /** Documents given by content: uploads, datasets. Their texts are payloads of the job's items, not part of its row. */
  | { kind: 'ingest-texts'; documents: { uri: string; title: string }[] }
  | { kind: 'reindex'; embedder?: string }
  | { kind: 'delete'; documentId: string }
  /** Which documents they are its items say, not its row. */
  | { kind: 'change-documents'; change: DocumentChange; count: number }
  /** Brings what a source holds up to date; with `isFull` everything is read again. `name` is the source's, for people. */
  | { kind: 'ingest-source'; sourceId: string; name: string; isFull?: boolean }
  /** Removes the documents of a source, then the source. */
  | { kind: 'remove-source'; sourceId: string; name: string }
  /** Applies the hygiene policy of today to the stored texts. */
  | { kind: 'apply-policy' }
  /** Brings what serves up to what editors wrote. */
  | { kind: 'apply-edits' }
  /** Lets a generation serve again that is kept, by its id. */
  | { kind: 'rollback'; generation: string }
  /** Puts the golden questions to what serves. `generation`: only of that one, when it was switched to; null: whatever serves. */
  | { kind: 'measure'; generation: string | null }
  /** Removes a generation that was built and is held back. */
  | { kind: 'drop-generation'; generation: string }

/** A document given by content. `id` asks for that document id. */
export interface TextDocument {
  id?: string
  uri: string
  title: string
  text: string
  language?: 'ja' | 'en'
  /** Take the place of those given before, `[]` takes them away; without it they stay. */
  tags?: string[]
  /** ISO 8601. */
  publishedAt?: string
}

/** A job as it is asked for: with the texts that it carries. */
export type NewJob =
  | Exclude<JobRequest, { kind: 'ingest-texts' | 'change-documents' }>
  | { kind: 'ingest-texts'; documents: TextDocument[] }
  | { kind: 'change-documents'; change: DocumentChange; documents: readonly { id: string; uri: string }[] }

/** What became of one document. `moved`: the same content at another address. */
export type ItemOutcome = 'added' | 'updated' | 'unchanged' | 'moved' | 'deleted' | 'quarantined'

/** `waiting`: not done yet, or to be tried again at `nextAttemptAt`. */
export type JobItemStatus = 'waiting' | 'done' | 'failed'

/** One thing a job has to do: `list` what a location holds, `read` a source or a text, `remove` a document whose source is gone. */
export interface JobItem {
  /** From 0, in the order they are worked off. */
  position: number
  uri: string
  action: 'list' | 'read' | 'remove'
  status: JobItemStatus
  /** Null until it is done, and of `list`. */
  outcome: ItemOutcome | null
  /** How often it was begun; back at 0 when somebody asks for it again. */
  attempts: number
  /** ISO 8601, UTC; null: at once, or never again. */
  nextAttemptAt: string | null
  /** Why the last try failed. */
  error: { code: string; message: string; suggestion: string } | null
  /** What was staged for it. */
  staged: { documentId: string; versionId: string; contentHash: string; givenTags: string[] } | null
}

export interface JobItemCounts {
  waiting: number
  done: number
  failed: number
}

export interface ItemFailure {
  uri: string
  code: string
  message: string
  suggestion?: string
}

export interface IngestReport {
  added: number
  updated: number
  unchanged: number
  /** The same content at another address: the document keeps its id. */
  moved: number
  deleted: number
  quarantined: number
  failed: ItemFailure[]
  /** Documents whose edits by hand came in or went; absent for none. */
  edited?: number
  /** Of a run of a source only. */
  skipped?: SkippedItems
  /** Totals of the generation that serves afterwards. */
  documents: number
  passages: number
  /** Those of the passages that say what another says, and are found by it; absent in jobs of earlier versions. */
  linked?: number
  /** Null when nothing has ever been indexed. */
  generation: string | null
  seconds: number
}

export interface DeleteReport {
  deleted: string
  /** What is still found of it: all zero. Those from `cache` on are absent in jobs of earlier versions. */
  proof: {
    /** In records and generation, by its id. */
    passages: number
    /** By a search for each of its passages. */
    vectors: number
    lexical: number
    /** Vectors kept for another time that belong to no passage of today. */
    cache?: number
    /** Files in the data folder that it came from. */
    uploads?: number
    /** Texts that finished jobs carry. */
    payloads?: number
    /** What was held back at its address, excluded or edited of it. */
    quarantine?: number
    /** Stored answers that quote it. */
    answers?: number
  }
  /** Sources that still hold it, and bring it back at their next run; what excludes it there, or null where no pattern can. */
  heldBy?: { id: string; name: string; uri: string; pattern: string | null }[]
  generation: string | null
  seconds: number
}

/** Runs of a source before this one that ended just so, and are not kept. */
export interface RepeatedRuns {
  /** This one included. */
  times: number
  /** When the first of them ended; ISO 8601, UTC. */
  since: string
}

export interface Job {
  id: string
  request: JobRequest
  status: JobStatus
  progress: JobProgress | null
  result: IngestReport | DeleteReport | MeasureReport | null
  error: { code: string; message: string; suggestion: string } | null
  /** ISO 8601, UTC. */
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
  /** Absent where the run before it ended otherwise. */
  repeated?: RepeatedRuns
}
