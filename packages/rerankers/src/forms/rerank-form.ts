import type { z } from 'zod'

/** One protocol of the services that rerank: what is sent, and where the scores stand in what comes back. */
export interface RerankForm {
  /** Below the service's address. */
  path: string
  /** Of the service itself; null where there is none, as for a server of one's own. */
  publicUrl: string | null
  /** It names a model in each request. */
  namesModel: boolean
  /** Texts of one request. */
  batchSize: number
  buildBody(options: { model?: string; query: string; texts: readonly string[] }): Record<string, unknown>
  /** Reads the scores with the indices of their texts, in any order. */
  answer: z.ZodType<{ index: number; score: number }[]>
}
