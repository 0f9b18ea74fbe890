import { parseQuestion, parseSearchFilters, type searchRequestSchema } from '@shutten/core'
import type { z } from 'zod'
import type { ShuttenServer } from '../shutten-server'

/** Answers `POST /api/v1/search`. */
export async function handleSearch(call: {
  server: Pick<ShuttenServer, 'search'>
  body: z.infer<typeof searchRequestSchema>
  request: Request
}): Promise<Response> {
  const { k, rerankBudgetMs } = call.body
  const query = parseQuestion(call.body.query)
  const filters = parseSearchFilters(call.body.filters)
  const { signal } = call.request
  return Response.json(
    await call.server.search({ query, k, filters, ...(rerankBudgetMs !== undefined && { rerankBudgetMs }), signal }),
  )
}
