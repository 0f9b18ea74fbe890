import type { Embedder } from '../embedding/embedder.js'
import type { QualityVerdict } from './quality.js'
import type { StagedVersion } from './repositories.js'

/**
 * A generation that was built and verified, and waits to be switched to: it is being measured, or was found wanting and
 * waits for somebody's word. It is good for as long as the generation serves that it was built on.
 */
export interface Candidate {
  generationId: string
  /** Names what it holds and how it was made: the same work again finds it by this. */
  key: string
  /** The generation that served when it was built; null before the first. */
  base: string | null
  /** The job whose doing it is. */
  jobId: string
  documents: number
  passages: number
  /** Why it is held back; null while it is measured. */
  held: { runId: string; verdict: QualityVerdict } | null
  /** Name of whoever let it serve all the same. */
  acceptedBy: string | null
  /** ISO 8601, UTC. */
  createdAt: string
}

export interface CandidateRepository {
  /** Writes down a built generation with its versions, so that nothing prunes them. Another one of the same base gives way. */
  add(options: {
    generationId: string
    key: string
    base: string | null
    jobId: string
    versions: readonly StagedVersion[]
    counts: { documents: number; passages: number }
    embedder: string
  }): Promise<void>
  /**
   * Those that can still be switched to: the generation that they were built on serves, and they are held back, accepted, or their
   * job goes on. Newest first.
   */
  list(): Promise<Candidate[]>
  /** As `list`, the one of a key. */
  find(key: string): Promise<Candidate | null>
  /** Another job came to the same: it is that one's from now on. */
  adopt(options: { generationId: string; jobId: string }): Promise<void>
  hold(options: { generationId: string; runId: string; verdict: QualityVerdict }): Promise<void>
  /**
   * Lets a held one serve: its job is queued again, and switches to it. Gives the job's id.
   * Errors: GENERATION_NOT_HELD when it is not held (any more); JOB_STATE when its job is under way.
   */
  accept(options: { generationId: string; by: string }): Promise<{ jobId: string }>
  /** Forgets one: it can never serve. Says whether there was one. Its folder is removed by whoever works jobs off next. */
  drop(generationId: string): Promise<boolean>
  /** Forgets all that `list` does not give; gives their ids. */
  prune(): Promise<string[]>
}

/** Judges a generation that was built before it is switched to. Given by the app: it needs search and answers. */
export interface GenerationGate {
  /** Off: every generation is switched to once it is whole. */
  isOn(): Promise<boolean>
  /**
   * Measures and judges; a measurement of the same job and generation that was cut off is gone on with. `held`: it was found wanting before, by
   * another job; what was measured then counts, unless the questions have changed. So does what this job has measured to the end before its
   * worker was killed, unless `isAgain`: it was held back, and somebody asked for it again.
   * Errors: CANCELLED; those of the records and of a measurement in which every question failed.
   */
  judge(options: {
    generationId: string
    embedder: Embedder
    jobId: string
    held: Candidate['held']
    isAgain?: boolean
    signal?: AbortSignal
    onProgress?: (questions: { done: number; total: number }) => void
  }): Promise<{ runId: string; verdict: QualityVerdict; description: string } | null>
}
