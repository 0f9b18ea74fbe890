import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: ['admin', 'editor'],
    body: z.strictObject({ embedder: z.string().min(1).max(200).optional() }),
    bodyOptional: true,
    handle: async ({ server, body }) => {
      const { id } = await server.jobs.create({ kind: 'reindex', ...(body.embedder && { embedder: body.embedder }) })
      return Response.json({ jobId: id }, { status: 202 })
    },
  }),
})
