import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const bodySchema = z.object({ passageId: z.string().min(1).max(200) })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/documents/:id/exclusions',
    handle: async ({ server, param }) => {
      const exclusions = await server.exclusions.list({ documentId: param('id') })
      return Response.json({ exclusions }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
  POST: apiHandler({
    access: 'POST /api/v1/documents/:id/exclusions',
    body: bodySchema,
    handle: async ({ server, principal, param, body }) => {
      const exclusion = await server.inspector.exclude({ documentId: param('id'), ...body, by: principal?.name ?? '' })
      return Response.json(exclusion, { status: 201, headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
