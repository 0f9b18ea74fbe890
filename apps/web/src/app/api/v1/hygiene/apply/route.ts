import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: ['admin'],
    handle: async ({ server }) => {
      const { id } = await server.jobs.create({ kind: 'apply-policy' })
      return Response.json({ jobId: id }, { status: 202 })
    },
  }),
})
