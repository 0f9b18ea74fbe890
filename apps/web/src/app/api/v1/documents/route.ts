import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { completeDocument, documentRequestSchema } from '@/server/http/document-request'
import { parseInput } from '@/server/http/parse-input'
import { readJson } from '@/server/http/read-json'
import { readUpload } from '@/server/http/read-upload'
import { storeUploads } from '@/server/http/store-uploads'

const listSchema = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  q: z.string().max(500).optional(),
})

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/documents',
    handle: async ({ server, request }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { offset, limit, q } = parseInput({ schema: listSchema, input, what: 'query' })
      return Response.json(await server.documents.list({ offset, limit, ...(q?.trim() && { query: q.trim() }) }))
    },
  }),
  POST: apiHandler({
    access: 'POST /api/v1/documents',
    handle: async ({ server, request, note }) => {
      if (request.headers.get('content-type')?.toLowerCase().startsWith('multipart/form-data')) {
        const { files, tags } = await readUpload({ request })
        const { id } = await storeUploads({
          folder: server.uploadsFolder,
          files,
          register: (locations) => server.jobs.create({ kind: 'ingest', locations, ...(tags && { tags }) }),
        })
        note({ target: files[0]?.path ?? null, details: { job: id, files: files.length } })
        return Response.json({ jobId: id }, { status: 202 })
      }
      const body = await readJson({ request, schema: documentRequestSchema })
      const { id } = await server.jobs.create({ kind: 'ingest-texts', documents: [completeDocument(body)] })
      note({ target: body.title, details: { job: id } })
      return Response.json({ jobId: id }, { status: 202 })
    },
  }),
})
