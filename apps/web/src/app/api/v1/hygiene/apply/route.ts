import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/hygiene/apply',
    handle: async ({ server, note }) => {
      const { id } = await server.jobs.create({ kind: 'apply-policy' })
      note({ details: { job: id } })
      return Response.json({ jobId: id }, { status: 202 })
    },
  }),
})
