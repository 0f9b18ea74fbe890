import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'

const querySchema = z.object({
  kind: z.enum(['folder', 'url', 'sitemap', 'feed']).default('folder'),
  cron: z.string().max(200).optional(),
  timeZone: z.string().max(100).optional(),
  count: z.coerce.number().int().min(1).max(10).default(3),
})

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/schedules/runs',
    handle: async ({ server, request }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const schedule = parseInput({ schema: querySchema, input, what: 'query' })
      const runs = server.listNextRuns({ ...schedule, after: new Date() })
      return Response.json(runs, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
