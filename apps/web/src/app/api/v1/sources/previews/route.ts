import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'
import { assertMayReach } from '@/server/sources/assert-may-reach'

/** The parts of a source, and the id of the one that is there already where it is changed. */
const bodySchema = z.looseObject({ id: z.string().min(1).max(200).optional() })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/sources/previews',
    body: bodySchema,
    handle: async ({ server, request, body, principal }) => {
      const { id, ...input } = parseInput({ schema: bodySchema, input: body, what: 'body' })
      const before = id === undefined ? null : await server.sources.get(id)
      assertMayReach({ role: principal?.role, input, before })
      const preview = await server.previewSource({ input, before, signal: request.signal })
      return Response.json(preview, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
