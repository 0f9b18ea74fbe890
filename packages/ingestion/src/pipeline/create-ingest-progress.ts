import type { JobProgress } from '@shutten/core'

export interface IngestProgress {
  set(change: {
    phase?: JobProgress['phase']
    documents?: Partial<JobProgress['documents']>
    passages?: Partial<JobProgress['passages']>
  }): void
}

/** Keeps the progress of one run and tells it, whole, after each change. */
export function createIngestProgress(onProgress?: (progress: JobProgress) => void): IngestProgress {
  let progress: JobProgress = { phase: 'reading', documents: { done: 0, total: 0 }, passages: { done: 0, total: 0 } }
  return {
    set({ phase, documents, passages }) {
      progress = {
        phase: phase ?? progress.phase,
        documents: { ...progress.documents, ...documents },
        passages: { ...progress.passages, ...passages },
      }
      onProgress?.(progress)
    },
  }
}
