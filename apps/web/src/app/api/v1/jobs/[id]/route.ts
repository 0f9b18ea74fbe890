import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { describeJob } from '@/server/http/describe-job'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/jobs/:id',
    handle: async ({ server, param }) => {
      const job = await server.jobs.get(param('id'))
      return Response.json(describeJob(job), { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
