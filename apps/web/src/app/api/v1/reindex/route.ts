import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/reindex',
    body: z.strictObject({ embedder: z.string().min(1).max(200).optional() }),
    bodyOptional: true,
    handle: async ({ server, body, note }) => {
      const { id } = await server.jobs.create({ kind: 'reindex', ...(body.embedder && { embedder: body.embedder }) })
      note({ details: { job: id, embedder: body.embedder ?? null } })
      return Response.json({ jobId: id }, { status: 202 })
    },
  }),
})
