import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { changeJob, jobActionSchema } from '@/server/http/change-job'
import { createRoute } from '@/server/http/create-route'
import { describeJob } from '@/server/http/describe-job'
import { parseInput } from '@/server/http/parse-input'

const bodySchema = z.object({ position: z.number().int().min(0).optional() })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: ['admin', 'editor'],
    body: bodySchema,
    bodyOptional: true,
    handle: async ({ server, param, body }) => {
      const action = parseInput({ schema: jobActionSchema, input: param('action'), what: 'action' })
      const job = await changeJob({ jobs: server.jobs, id: param('id'), action, position: body.position })
      return Response.json(describeJob(job), { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
