import type {
  GoldenQuestionRepository,
  IngestionRepository,
  JobRepository,
  QualityPolicy,
  QualityRunRepository,
} from '@shutten/core'

/** Jobs that are looked through for one that has measured, or was to. */
const jobsLooked = 100

/** Asks for a measurement of what serves, once for each generation, where that is switched on. */
export function createMeasureScheduler(options: {
  database: {
    ingestion: Pick<IngestionRepository, 'findServing'>
    jobs: Pick<JobRepository, 'list' | 'create'>
    goldenQuestions: Pick<GoldenQuestionRepository, 'count'>
    qualityRuns: Pick<QualityRunRepository, 'list'>
  }
  getPolicy: () => Promise<QualityPolicy>
}): { queueDue(): Promise<void> } {
  const { database, getPolicy } = options
  /** Known to be measured, or not to be: it is not asked for again. */
  let settled: string | null = null
  return {
    async queueDue() {
      if (!(await getPolicy()).measuresSwitched) return
      const serving = await database.ingestion.findServing()
      if (!serving || serving.id === settled || (await database.goldenQuestions.count()).enabled === 0) return
      // As the gate has measured it, or somebody: a run is of its generation whoever asked for it.
      const { total } = await database.qualityRuns.list({ generation: serving.id, limit: 1 })
      const jobs = total > 0 ? [] : await database.jobs.list({ limit: jobsLooked })
      const isAsked = jobs.some(({ request }) => request.kind === 'measure' && request.generation === serving.id)
      if (total === 0 && !isAsked) await database.jobs.create({ kind: 'measure', generation: serving.id })
      settled = serving.id
    },
  }
}
