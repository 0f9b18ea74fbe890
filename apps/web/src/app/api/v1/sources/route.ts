import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { sourceInputSchema } from '@/server/http/source-input'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: ['admin', 'editor'],
    handle: async ({ server }) =>
      Response.json({ sources: await server.sources.list() }, { headers: { 'Cache-Control': 'no-store' } }),
  }),
  POST: apiHandler({
    // A source reads files of this machine and, where it is told to, hosts of its network.
    access: ['admin'],
    body: sourceInputSchema,
    handle: async ({ server, body }) => Response.json(await server.sources.add(body), { status: 201 }),
  }),
})
