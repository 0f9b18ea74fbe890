import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'
import { readUpload } from '@/server/http/read-upload'
import { uploadIdSchema } from '@/server/http/upload-id'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  PUT: apiHandler({
    access: 'PUT /api/v1/uploads/:id',
    handle: async ({ server, request, param }) => {
      const id = parseInput({ schema: uploadIdSchema, input: param('id'), what: 'id of the upload' })
      const { files } = await readUpload({ request })
      await server.stagedUploads.add({ id, files })
      return Response.json({ files: files.map((file) => file.path) })
    },
  }),
  DELETE: apiHandler({
    access: 'DELETE /api/v1/uploads/:id',
    handle: async ({ server, param }) => {
      const id = parseInput({ schema: uploadIdSchema, input: param('id'), what: 'id of the upload' })
      await server.stagedUploads.remove(id)
      return Response.json({ removed: id })
    },
  }),
})
