import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { streamJobEvents } from '@/server/http/stream-job-events'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/jobs/:id/events',
    handle: async ({ server, param, request }) => {
      const job = await server.jobs.get(param('id'))
      return streamJobEvents({ request, jobs: server.jobs, job })
    },
  }),
})
