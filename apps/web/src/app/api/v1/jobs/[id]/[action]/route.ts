import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { changeJob, jobActionSchema } from '@/server/http/change-job'
import { createRoute } from '@/server/http/create-route'
import { describeJob } from '@/server/http/describe-job'
import { parseInput } from '@/server/http/parse-input'

const bodySchema = z.object({ position: z.number().int().min(0).optional() })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/jobs/:id/:action',
    body: bodySchema,
    bodyOptional: true,
    handle: async ({ server, param, body, note }) => {
      const action = parseInput({ schema: jobActionSchema, input: param('action'), what: 'action' })
      const job = await changeJob({ jobs: server.jobs, id: param('id'), action, position: body.position })
      note({ details: { action } })
      return Response.json(describeJob(job), { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
