import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/documents/:id',
    handle: async ({ server, param, request }) => {
      const versionId = new URL(request.url).searchParams.get('versionId')
      return Response.json(await server.documents.get(param('id'), versionId ? { versionId } : {}))
    },
  }),
  DELETE: apiHandler({
    access: 'DELETE /api/v1/documents/:id',
    handle: async ({ server, param, note }) => {
      const document = await server.documents.get(param('id'))
      const { id } = await server.jobs.create({ kind: 'delete', documentId: document.id })
      note({ target: document.uri, details: { title: document.title, job: id } })
      return Response.json({ jobId: id }, { status: 202 })
    },
  }),
})
