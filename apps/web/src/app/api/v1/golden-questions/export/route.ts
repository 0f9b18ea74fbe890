import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/golden-questions/export',
    handle: async ({ server }) =>
      new Response(`${JSON.stringify(await server.quality.exportDataset(), null, 2)}\n`, {
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Disposition': 'attachment; filename="golden-questions.json"',
          'Cache-Control': 'no-store',
        },
      }),
  }),
})
