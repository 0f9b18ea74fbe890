import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const id = z.string().min(1).max(200)
const bodySchema = z.object({
  passageId: id,
  original: z.string().min(1).max(100_000),
  text: z.string().max(100_000),
  base: z.array(z.object({ id, revision: z.int().min(1) })).max(100),
  resolves: id.nullish(),
})

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/documents/:id/edits',
    handle: async ({ server, param }) => {
      const edits = await server.edits.list({ documentId: param('id') })
      return Response.json({ edits }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
  PUT: apiHandler({
    access: 'PUT /api/v1/documents/:id/edits',
    body: bodySchema,
    handle: async ({ server, principal, param, body, note }) => {
      const { resolves = null, ...draft } = body
      const documentId = param('id')
      const saved = await server.editor.save({ ...draft, documentId, resolves, by: principal?.name ?? '' })
      const { id, revision } = saved.edit
      note({ target: documentId, details: { edit: id, revision, job: saved.jobId } })
      return Response.json(saved, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
