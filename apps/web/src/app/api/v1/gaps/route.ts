import { readPeriod, startOf } from '@/components/admin/overview/period'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/gaps',
    handle: async ({ request, server }) => {
      const days = readPeriod(new URL(request.url).searchParams.get('days') ?? '30')
      return Response.json(await server.gaps.list({ from: startOf(days, Date.now()) }), {
        headers: { 'Cache-Control': 'no-store' },
      })
    },
  }),
})
