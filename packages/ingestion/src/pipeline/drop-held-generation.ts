import {
  type CandidateRepository,
  type GenerationStore,
  type IngestionRepository,
  type IngestReport,
  ShuttenError,
} from '@shutten/core'
import { removeLeftovers } from './remove-leftovers.js'

/** Removes a generation that is held back, and what only it held. Errors: GENERATION_NOT_HELD. */
export async function dropHeldGeneration(options: {
  records: IngestionRepository
  generations: GenerationStore
  candidates: CandidateRepository | undefined
  generationId: string
}): Promise<Omit<IngestReport, 'seconds'>> {
  const { records, generations, candidates, generationId } = options
  if (!(await candidates?.drop(generationId)))
    throw new ShuttenError({
      code: 'GENERATION_NOT_HELD',
      message: `The generation ${generationId} is not held back.`,
      suggestion: 'It serves by now, or it was dropped already. Nothing needs to be done.',
    })
  await removeLeftovers({ records, generations, candidates })
  const serving = await records.findServing()
  const counts = { added: 0, updated: 0, unchanged: 0, moved: 0, deleted: 0, quarantined: 0, failed: [] }
  const { id = null, documents = 0, passages = 0 } = serving ?? {}
  return { ...counts, generation: id, documents, passages }
}
