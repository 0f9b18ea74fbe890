import type { BenchQuestion } from '../corpus/corpus.js'
import type { SystemName } from '../systems/retrieval-system.js'

/** What a measuring process is asked to do. */
export interface MeasureTask {
  system: SystemName
  /** Holds the system's index. */
  folder: string
  /** Load it and answer once, no more. */
  loadOnly: boolean
  questions: BenchQuestion[]
  /** Concurrent clients, each measured. */
  clients: number[]
  /** Least duration of a phase. */
  seconds: number
}

/** Milliseconds. */
export interface Latency {
  p50: number
  p99: number
  samples: number
}

/** Bytes of the process's resident memory beyond what it had with the warm embedder and the code, without an index. */
export interface Memory {
  /** With the warm embedder and the code: what the others are counted from. */
  baseline: number
  afterLoad: number
  /** The most at any time of the process. */
  peak: number
}

export interface Quality {
  mrr10: number
  recall10: number
  questions: number
}

export interface LoadMeasurement {
  /** Milliseconds from the files to the first answer; the embedding of its question is not counted. */
  load: number
  /** Processor milliseconds of the same, over all threads: what other work on the machine changes least. */
  loadProcessor: number
  memory: Memory
}

export interface Measurement extends LoadMeasurement {
  /** A question to its results, one client. */
  latency: Latency
  /** Processor milliseconds a question in `latency`, over all threads. */
  processor: number
  /** The same as `latency` without the embedding of the question. */
  search: Latency
  /** The embedding alone, as it was called in `latency`. */
  embedding: Latency
  /** Questions answered a second by the number of concurrent clients. */
  perSecond: Record<string, number>
  /** Null where it is not known which passages answer. */
  quality: Quality | null
  /** Medians by stage, in milliseconds, where the system tells. */
  stages: Record<string, number>
}
