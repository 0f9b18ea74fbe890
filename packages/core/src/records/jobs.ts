export type JobStatus = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled'
export type JobKind = 'ingest' | 'reindex' | 'delete'

/** What the worker is asked to do. Paths are absolute. */
export type JobRequest =
  /** `tags` take the place of those given before, `[]` takes them away; without it they stay. */
  | { kind: 'ingest'; locations: string[]; tags?: string[] }
  /** Documents given by content: uploads, datasets. `id` asks for that document id. */
  | {
      kind: 'ingest-texts'
      documents: {
        id?: string
        uri: string
        title: string
        text: string
        language?: 'ja' | 'en'
        /** As for `ingest`. */
        tags?: string[]
        /** ISO 8601. */
        publishedAt?: string
      }[]
    }
  | { kind: 'reindex'; embedder?: string }
  | { kind: 'delete'; documentId: string }

export interface JobProgress {
  phase: 'reading' | 'embedding' | 'building' | 'verifying' | 'switching' | 'done'
  documents: { done: number; total: number }
  passages: { done: number; total: number }
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
  deleted: number
  quarantined: number
  failed: ItemFailure[]
  /** Totals of the generation that serves afterwards. */
  documents: number
  passages: number
  /** Null when nothing has ever been indexed. */
  generation: string | null
  seconds: number
}

export interface DeleteReport {
  deleted: string
  /** What a search of each kind still finds of it: all zero. */
  proof: { passages: number; vectors: number; lexical: number }
  generation: string | null
  seconds: number
}

export interface Job {
  id: string
  request: JobRequest
  status: JobStatus
  progress: JobProgress | null
  result: IngestReport | DeleteReport | null
  error: { code: string; message: string; suggestion: string } | null
  /** ISO 8601, UTC. */
  createdAt: string
  startedAt: string | null
  finishedAt: string | null
}
