import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { describeJob } from '@/server/http/describe-job'
import { parseInput } from '@/server/http/parse-input'

const listSchema = z.object({ limit: z.coerce.number().int().min(1).max(100).default(20) })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/jobs',
    handle: async ({ server, request }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { limit } = parseInput({ schema: listSchema, input, what: 'query' })
      const jobs = await server.jobs.list({ limit })
      return Response.json({ jobs: jobs.map(describeJob) }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
