import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { describeJob } from '@/server/http/describe-job'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    // Who was given the id of a job may see it through; ids cannot be guessed.
    access: 'everyone',
    handle: async ({ server, param }) => {
      const job = await server.jobs.get(param('id'))
      return Response.json(describeJob(job), { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
