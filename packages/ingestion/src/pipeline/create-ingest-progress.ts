import type { JobProgress } from '@shutten/core'

export interface IngestProgress {
  set(change: {
    phase?: JobProgress['phase']
    documents?: Partial<JobProgress['documents']>
    passages?: Partial<JobProgress['passages']>
    questions?: NonNullable<JobProgress['questions']>
  }): void
  /** Nothing can be done until then; null: there is something to do again. */
  setStarved(until: Date | null): void
  /** The host whose answer is waited for; null: nobody's. */
  setFetching(host: string | null): void
}

/** What is got done is counted over so long, milliseconds: a rate that follows a change and does not jump about. */
const window = 30_000
/** A rate of less than this is chance. */
const leastTime = 2_000

/** Keeps the progress of one run and tells it, whole, after each change. */
export function createIngestProgress(options: {
  onProgress?: (progress: JobProgress) => void
  now?: () => number
}): IngestProgress {
  const { onProgress, now = Date.now } = options
  let progress: JobProgress = {
    phase: 'reading',
    documents: { done: 0, total: 0 },
    passages: { done: 0, total: 0 },
    state: 'working',
    movedAt: new Date(now()).toISOString(),
  }
  let marks: { at: number; done: number }[] = []

  const tell = (change: Partial<JobProgress>) => {
    progress = { ...progress, ...change }
    onProgress?.(progress)
  }
  const measure = (passages: JobProgress['passages']): Pick<JobProgress, 'passagesPerSecond' | 'secondsLeft'> => {
    const at = now()
    marks.push({ at, done: passages.done })
    while (marks.length > 2 && at - (marks[1]?.at ?? at) >= window) marks.shift()
    const [first] = marks
    const took = at - (first?.at ?? at)
    const done = passages.done - (first?.done ?? 0)
    if (took < leastTime || done <= 0) return {}
    const perSecond = (done / took) * 1_000
    return {
      passagesPerSecond: Math.round(perSecond * 10) / 10,
      secondsLeft: Math.ceil((passages.total - passages.done) / perSecond),
    }
  }

  return {
    set({ phase = progress.phase, documents, passages, questions }) {
      const next = { ...progress.passages, ...passages }
      const isOther = phase !== progress.phase
      if (isOther) {
        marks = []
        const { passagesPerSecond: _, secondsLeft: __, ...rest } = progress
        progress = rest
      }
      tell({
        phase,
        documents: { ...progress.documents, ...documents },
        passages: next,
        ...(questions && { questions }),
        movedAt: new Date(now()).toISOString(),
        ...(passages && measure(next)),
      })
    },
    setStarved(until) {
      const { starvedUntil: _, ...rest } = progress
      progress = rest
      tell(until ? { state: 'starved', starvedUntil: until.toISOString() } : { state: 'working' })
    },
    setFetching(host) {
      const { fetchingFrom: _, ...rest } = progress
      progress = rest
      tell(host === null ? {} : { fetchingFrom: host })
    },
  }
}
