import type { JobMeasurement } from '../measure/measure-job.js'
import type { LangChainMeasurement } from '../measure/measure-langchain.js'
import type { EmbeddingMeasurement } from '../measure/start-embedding.js'

/** Milliseconds of each search. */
export interface SearchLoad {
  /** While the worker is held still in the middle of a job. */
  idle: number[]
  busy: number[]
  failures: number
}

/** Milliseconds. */
export interface SearchLatency {
  p50: number
  p95: number
  searches: number
}

export interface IngestionSize {
  passages: number
  articles: number
  embedding: EmbeddingMeasurement
  full: JobMeasurement
  unchanged: JobMeasurement
  /** One article in a hundred was written anew. */
  changed: JobMeasurement
  search: { idle: SearchLatency; busy: SearchLatency; failures: number }
  /** Resident, of the worker, in bytes; `growth` in bytes a passage, within the full index. */
  memory: { idle: number; peak: number; growth: number | null }
  indexBytes: number
  peer: LangChainMeasurement | null
}

export interface Goal {
  passages: number
  name: string
  value: number
  limit: number
  isMet: boolean
}

export interface IngestionReport {
  machine: { processor: string; cores: number; node: string }
  base: string
  realArticles: number
  seed: number
  sizes: IngestionSize[]
  /** Bytes a passage, from the smallest size to the largest. */
  growth: { memory: number; index: number } | null
  goals: Goal[]
  seconds: number
}
