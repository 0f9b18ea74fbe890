import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'
import { sourceInputSchema } from '@/server/http/source-input'
import { assertMayReach } from '@/server/sources/assert-may-reach'

/** As the caller has read it: nothing is changed where somebody else was quicker. */
const guardSchema = z.object({ updatedAt: z.iso.datetime().optional() })
const removalSchema = z.object({ documents: z.enum(['keep', 'delete']).default('keep') })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/sources/:id',
    handle: async ({ server, param }) =>
      Response.json(await server.sources.get(param('id')), { headers: { 'Cache-Control': 'no-store' } }),
  }),
  PATCH: apiHandler({
    access: 'PATCH /api/v1/sources/:id',
    body: sourceInputSchema,
    handle: async ({ server, param, body, principal, note }) => {
      const { updatedAt, ...input } = body
      const guard = parseInput({ schema: guardSchema, input: { updatedAt }, what: 'body' })
      const before = await server.sources.get(param('id'))
      assertMayReach({ role: principal?.role, input, before })
      const unlessChangedSince = guard.updatedAt
      const source = await server.sources.edit(param('id'), input, unlessChangedSince ? { unlessChangedSince } : {})
      note({ target: source.name, details: { changed: Object.keys(input).join(' ') } })
      return Response.json(source)
    },
  }),
  DELETE: apiHandler({
    access: 'DELETE /api/v1/sources/:id',
    handle: async ({ server, param, request, principal, note }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { documents } = parseInput({ schema: removalSchema, input, what: 'query' })
      const before = await server.sources.get(param('id'))
      assertMayReach({ role: principal?.role, input: {}, before })
      const { removed, job } = await server.sources.remove(param('id'), { deleteDocuments: documents === 'delete' })
      note({ target: before.name, details: { documents } })
      return Response.json({ removed, jobId: job?.id ?? null }, { status: job ? 202 : 200 })
    },
  }),
})
