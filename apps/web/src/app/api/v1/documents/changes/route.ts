import { ShuttenError, tagsSchema } from '@shutten/core'
import { z } from 'zod'
import { documentFilterSchema } from '@/server/documents/document-filter'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const changeSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('delete') }),
  z.strictObject({ action: z.literal('reread') }),
  z
    .strictObject({ action: z.literal('tag'), add: tagsSchema.default([]), remove: tagsSchema.default([]) })
    .refine(({ add, remove }) => add.length + remove.length > 0, 'no tag to add or to remove'),
])
const bodySchema = z.union([
  z.strictObject({ change: changeSchema, ids: z.array(z.string().min(1).max(200)).min(1).max(1_000) }),
  // How many there are the caller has seen, and was asked about.
  z.strictObject({ change: changeSchema, filter: documentFilterSchema, count: z.number().int().min(1) }),
])

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/documents/changes',
    body: bodySchema,
    handle: async ({ server, body, note }) => {
      const { change } = body
      const documents = await server.documentBrowser.select(
        'ids' in body ? { ids: [...new Set(body.ids)] } : { filter: body.filter },
      )
      if (documents.length === 0)
        throw new ShuttenError({
          code: 'DOCUMENT_NOT_FOUND',
          message: 'None of these documents is there any more.',
          suggestion: 'Load the list again.',
        })
      if ('count' in body && documents.length !== body.count)
        throw new ShuttenError({
          code: 'DOCUMENTS_CHANGED',
          message: `The filter was about ${body.count} documents, and is about ${documents.length} by now; nothing was done.`,
          suggestion: 'Load the list again, and look at what it holds before you go on.',
        })
      const { id } = await server.jobs.create({ kind: 'change-documents', change, documents })
      const { action, ...tags } = change
      const told = Object.fromEntries(Object.entries(tags).map(([name, list]) => [name, (list as string[]).join(', ')]))
      const filter = 'filter' in body ? JSON.stringify(body.filter) : null
      note({ target: null, details: { action, ...told, filter, documents: documents.length, job: id } })
      return Response.json({ jobId: id, documents: documents.length }, { status: 202 })
    },
  }),
})
