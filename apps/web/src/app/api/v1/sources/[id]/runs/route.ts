import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const bodySchema = z.object({ full: z.boolean().default(false) })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/sources/:id/runs',
    body: bodySchema,
    bodyOptional: true,
    handle: async ({ server, param, body, note }) => {
      const { job, isNew } = await server.sources.run(param('id'), { isFull: body.full })
      note({ details: { job: job.id, full: body.full } })
      return Response.json({ jobId: job.id, isNew }, { status: 202 })
    },
  }),
})
