import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/status',
    handle: async ({ server }) => {
      const [{ generation, servedAt, documents, passages, linked, ...model }, open] = await Promise.all([
        server.status(),
        server.jobs.list({ limit: 100, statuses: ['queued', 'running'] }),
      ])
      const running = open.filter((job) => job.status === 'running').length
      const jobs = { running, queued: open.length - running }
      const body = { generation, servedAt, documents, passages, linked, model, jobs }
      return Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
