import type { Goal, IngestionSize } from './ingestion-report.js'

const gigabyte = 1e9

/** The goals of docs/ingestion.md that a size's measurements speak to. */
export function checkGoals(size: IngestionSize): Goal[] {
  const { passages, embedding, full, changed, search, memory } = size
  const share = passages / embedding.passages
  const goal = (name: string, value: number, limit: number): Goal => ({
    passages,
    name,
    value,
    limit,
    isMet: value <= limit,
  })
  return [
    goal('full index as a multiple of the embedding alone', full.seconds / (embedding.seconds * share), 1.3),
    ...(full.processorSeconds === null
      ? []
      : [goal('the same in processor time', full.processorSeconds / (embedding.processorSeconds * share), 1.3)]),
    goal('1 % changed, as a share of the full index', changed.seconds / full.seconds, 0.02),
    // Beside other work a short job waits for a larger share of its time than a long one.
    ...(full.processorSeconds === null || changed.processorSeconds === null
      ? []
      : [goal('1 % changed, in processor time', changed.processorSeconds / full.processorSeconds, 0.02)]),
    goal('resident memory of the worker, GB', memory.peak / gigabyte, 1.2),
    goal('search p95 while a job runs as a multiple of that at rest', search.busy.p95 / search.idle.p95, 1.5),
    goal('searches that failed', search.failures, 0),
  ]
}
