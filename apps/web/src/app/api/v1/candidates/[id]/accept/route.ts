import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/candidates/:id/accept',
    handle: async ({ server, principal, param, note }) => {
      const { jobId } = await server.quality.candidates.accept({
        generationId: param('id'),
        by: principal?.name ?? '',
      })
      note({ details: { job: jobId } })
      return Response.json({ jobId }, { status: 202 })
    },
  }),
})
