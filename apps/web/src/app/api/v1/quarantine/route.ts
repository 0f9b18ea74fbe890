import { hygieneKinds } from '@shutten/core'
import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'

const querySchema = z.object({
  status: z.enum(['held', 'released', 'rejected']).optional(),
  kind: z.enum(hygieneKinds).optional(),
  q: z.string().max(500).default(''),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/quarantine',
    handle: async ({ server, request }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { status, kind, q, ...page } = parseInput({ schema: querySchema, input, what: 'query' })
      const found = await server.quarantine.list({
        ...page,
        query: q,
        ...(status && { statuses: [status] }),
        ...(kind && { kind }),
      })
      return Response.json(found, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
