import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { sourceInputSchema } from '@/server/http/source-input'
import { assertMayReach } from '@/server/sources/assert-may-reach'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/sources',
    handle: async ({ server }) =>
      Response.json({ sources: await server.sources.list() }, { headers: { 'Cache-Control': 'no-store' } }),
  }),
  POST: apiHandler({
    access: 'POST /api/v1/sources',
    body: sourceInputSchema,
    handle: async ({ server, body, principal, note }) => {
      assertMayReach({ role: principal?.role, input: body, before: null })
      const source = await server.sources.add(body)
      note({ target: source.name, details: { id: source.id, kind: source.kind } })
      return Response.json(source, { status: 201 })
    },
  }),
})
