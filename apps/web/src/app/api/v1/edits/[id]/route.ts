import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'

const querySchema = z.object({ revision: z.coerce.number().int().min(1).optional() })

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  DELETE: apiHandler({
    access: 'DELETE /api/v1/edits/:id',
    handle: async ({ server, param, request, note }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { revision } = parseInput({ schema: querySchema, input, what: 'query' })
      const id = param('id')
      const undone = await server.editor.undo({ id, ...(revision !== undefined && { revision }) })
      if (undone) note({ target: undone.edit.documentId, details: { edit: id, job: undone.jobId } })
      return Response.json({ undone: id, jobId: undone?.jobId ?? null })
    },
  }),
})
