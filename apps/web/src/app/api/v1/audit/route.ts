import { z } from 'zod'
import { auditQuerySchema, toAuditFilter } from '@/server/audit/audit-query'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'

const pageSchema = auditQuerySchema.extend({
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
})

/** Who changed what, newest first. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/audit',
    handle: async ({ server, request }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { offset, limit, ...query } = parseInput({ schema: pageSchema, input, what: 'query' })
      const found = await server.audit.list({ ...toAuditFilter(query), offset, limit })
      return Response.json(found, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
