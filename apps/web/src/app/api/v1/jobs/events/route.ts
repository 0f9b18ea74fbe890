import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'
import { streamBoard } from '@/server/http/stream-board'

const querySchema = z.object({ of: z.literal('open') })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/jobs/events',
    handle: async ({ server, request }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      parseInput({ schema: querySchema, input, what: 'query' })
      const { jobs, leases } = server
      return streamBoard({ request, jobs, leases })
    },
  }),
})
