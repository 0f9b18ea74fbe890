import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'

const dayMs = 24 * 60 * 60 * 1000
const querySchema = z.object({ days: z.coerce.number().int().min(1).max(3_650) })

/** How many conversations are older than so many days: what a shorter retention would remove. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/settings/retention',
    handle: async ({ server, request }) => {
      const query = Object.fromEntries(new URL(request.url).searchParams)
      const { days } = parseInput({ schema: querySchema, input: query, what: 'query' })
      const conversations = await server.conversations.countOlder(new Date(Date.now() - days * dayMs))
      return Response.json({ days, conversations }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
