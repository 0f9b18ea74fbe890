import type { ErrorBody } from '@shutten/core'
import { toPublicError } from '../http/to-public-error'
import type { ShuttenServer } from '../shutten-server'

export interface QuarantineOutcome {
  /** Ids that the decision holds for now. */
  decided: string[]
  /** Of the jobs that take in what was released. */
  jobIds: string[]
  /** Those that stay where they are, and why. */
  failed: (ErrorBody & { id: string })[]
}

/** Releases or rejects documents that were held back; one that cannot be decided keeps none of the others from it. */
export async function decideQuarantine(options: {
  server: Pick<ShuttenServer, 'quarantine' | 'releaseAll'>
  decision: 'release' | 'reject'
  documents: readonly { id: string; textHash?: string | undefined }[]
}): Promise<QuarantineOutcome> {
  const { server, decision, documents } = options
  if (decision === 'release') {
    const { released, jobs, failed } = await server.releaseAll(documents)
    return {
      decided: released,
      jobIds: jobs.map(({ id }) => id),
      failed: failed.map(({ id, error }) => ({ id, ...toPublicError(error) })),
    }
  }
  const outcome: QuarantineOutcome = { decided: [], jobIds: [], failed: [] }
  for (const { id, textHash } of documents) {
    try {
      await server.quarantine.decide(id, 'rejected', { textHash })
      outcome.decided.push(id)
    } catch (error) {
      outcome.failed.push({ id, ...toPublicError(error) })
    }
  }
  return outcome
}
