import { createHash } from 'node:crypto'
import {
  type Candidate,
  type CandidateRepository,
  type Embedder,
  type GenerationGate,
  type GenerationManifest,
  type GenerationStore,
  isShuttenError,
  type ServingGeneration,
  ShuttenError,
  type StagedVersion,
} from '@shutten/core'
import type { IngestProgress } from './create-ingest-progress.js'

/** What a generation has to pass before it is switched to, and where it waits meanwhile. */
export interface QualityControl {
  gate: GenerationGate
  candidates: CandidateRepository
}

/** A build that is judged before its switch. */
export interface GatedBuild {
  /** What an earlier run of the same work has built, with its manifest; null where there is none, or it is not whole. */
  readonly known: { candidate: Candidate; manifest: GenerationManifest } | null
  /**
   * Writes the built generation down, so that a run that is cut off here is gone on with, and has it measured.
   * Errors: QUALITY_BELOW_GATE, and then it is held back; those of the gate.
   */
  judge(built: { id: string; passages: number }): Promise<void>
  /** After an error: it is held back, or a run to come goes on with it. Else it is forgotten. */
  isKept(options: { id: string; error: unknown }): Promise<boolean>
}

/**
 * Null for a build that is not judged: nobody asked for it as a job, the gate is off, it takes something away that must not
 * stay (`keepPrevious` is false), or what serves cannot be asked: nothing worse could take its place.
 */
export async function openGatedBuild(options: {
  quality: QualityControl | null
  generations: GenerationStore
  embedder: Embedder
  /** Versions of what the generation is made by, beside its embedder. */
  madeBy: readonly string[]
  versions: readonly StagedVersion[]
  previous: ServingGeneration | null
  keepPrevious: boolean
  jobId: string | undefined
  isTakenUp: boolean | undefined
  progress: IngestProgress
  signal?: AbortSignal | undefined
  beforeSwitch?: (() => Promise<void>) | undefined
}): Promise<GatedBuild | null> {
  const { quality, generations, embedder, versions, previous, jobId, progress, signal } = options
  if (!quality || jobId === undefined || !previous || !options.keepPrevious) return null
  const { gate, candidates } = quality
  const stored = await generations.list()
  const manifestOf = (id: string) => stored.find((one) => one.id === id)?.manifest ?? null
  if (manifestOf(previous.id)?.embedder.id !== embedder.id || !(await gate.isOn())) return null

  const key = toKey([embedder.id, ...options.madeBy], versions)
  const found = await candidates.find(key)
  const manifest = found && manifestOf(found.generationId)
  const isWhole = found && manifest && (await generations.verify(found.generationId)).length === 0
  const known = isWhole ? { candidate: found, manifest } : null

  return {
    known,
    async judge({ id, passages }) {
      if (!known) {
        const counts = { documents: versions.length, passages }
        await candidates.add({
          generationId: id,
          key,
          base: previous.id,
          jobId,
          versions,
          counts,
          embedder: embedder.id,
        })
      }
      const isOthers = known !== null && known.candidate.jobId !== jobId
      if (isOthers) await candidates.adopt({ generationId: id, jobId })
      if (known?.candidate.acceptedBy) return
      progress.set({ phase: 'measuring' })
      const judged = await gate.judge({
        generationId: id,
        embedder,
        jobId,
        held: isOthers ? known.candidate.held : null,
        // One that was held back and not written off yet when its worker died is not asked for anew.
        isAgain: !isOthers && known?.candidate.held != null && !options.isTakenUp,
        onProgress: (questions) => progress.set({ questions }),
        ...(signal && { signal }),
      })
      if (!judged || judged.verdict.passes) return
      signal?.throwIfAborted()
      // Only who still holds the lease may say so.
      await options.beforeSwitch?.()
      await candidates.hold({ generationId: id, runId: judged.runId, verdict: judged.verdict })
      throw new ShuttenError({
        code: 'QUALITY_BELOW_GATE',
        message: `The new index is held back: ${judged.description}.`,
        suggestion:
          'What served before still serves. See under /admin/quality what failed; an admin can switch to it all the same, or drop it.',
      })
    },
    async isKept({ id, error }) {
      if (isShuttenError(error) && error.code === 'QUALITY_BELOW_GATE') return true
      if (signal?.aborted && (await candidates.list()).some(({ generationId }) => generationId === id)) return true
      await candidates.drop(id)
      return false
    },
  }
}

/** The same documents in the same versions, made in the same way. */
function toKey(madeBy: readonly string[], versions: readonly StagedVersion[]): string {
  const hash = createHash('sha256').update(JSON.stringify(madeBy))
  const pairs = versions.map(({ documentId, versionId }) => `${documentId} ${versionId}`).sort()
  for (const pair of pairs) hash.update('\n').update(pair)
  return hash.digest('hex')
}
