import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { getJob } from '@/server/http/get-job'
import { streamJobEvents } from '@/server/http/stream-job-events'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'everyone',
    handle: async ({ server, param, request }) => {
      const job = await getJob({ jobs: server.jobs, id: param('id') })
      return streamJobEvents({ request, jobs: server.jobs, job })
    },
  }),
})
