import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'
import { sourceInputSchema } from '@/server/http/source-input'

const removalSchema = z.object({ documents: z.enum(['keep', 'delete']).default('keep') })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: ['admin', 'editor'],
    handle: async ({ server, param }) =>
      Response.json(await server.sources.get(param('id')), { headers: { 'Cache-Control': 'no-store' } }),
  }),
  PATCH: apiHandler({
    access: ['admin'],
    body: sourceInputSchema,
    handle: async ({ server, param, body }) => Response.json(await server.sources.edit(param('id'), body)),
  }),
  DELETE: apiHandler({
    access: ['admin'],
    handle: async ({ server, param, request }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { documents } = parseInput({ schema: removalSchema, input, what: 'query' })
      const { removed, job } = await server.sources.remove(param('id'), { deleteDocuments: documents === 'delete' })
      return Response.json({ removed, jobId: job?.id ?? null }, { status: job ? 202 : 200 })
    },
  }),
})
