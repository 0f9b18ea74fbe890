import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'

const querySchema = z.object({
  status: z.enum(['waiting', 'done', 'failed']).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(100),
})

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/jobs/:id/items',
    handle: async ({ server, param, request }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { status, ...page } = parseInput({ schema: querySchema, input, what: 'query' })
      const { id: jobId } = await server.jobs.get(param('id'))
      const [counts, items] = await Promise.all([
        server.jobItems.count(jobId),
        server.jobItems.list({ jobId, ...page, ...(status && { statuses: [status] }) }),
      ])
      return Response.json({ counts, items }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
