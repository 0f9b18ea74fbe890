import type { JobProgress } from './job-progress.js'
import type { MeasureReport } from './quality.js'

/** Puts the golden questions to what serves, for a job. Given by the app: it needs search and answers. */
export interface QualityMeasurer {
  /**
   * A measurement of the same job and generation that was cut off is gone on with; one that came to its end is given as it is. `isAsked`: somebody asked for it.
   * Errors: GOLDEN_QUESTIONS_NONE, INDEX_EMPTY, CANCELLED; the first one where every question failed.
   */
  measure(options: {
    jobId: string
    isAsked: boolean
    signal?: AbortSignal
    onProgress?: (progress: JobProgress) => void
  }): Promise<MeasureReport>
}
