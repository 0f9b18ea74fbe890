import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { tagsSchema } from '@shutten/core'
import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'
import { uploadIdSchema } from '@/server/http/upload-id'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/uploads/:id/job',
    body: z.strictObject({ tags: tagsSchema.optional() }),
    bodyOptional: true,
    handle: async ({ server, param, body, note }) => {
      const id = parseInput({ schema: uploadIdSchema, input: param('id'), what: 'id of the upload' })
      const { tags } = body
      const { jobId, paths } = await server.stagedUploads.accept({
        id,
        register: async (paths) => {
          const job = await server.jobs.create({ kind: 'ingest', locations: paths, ...(tags && { tags }) })
          return { paths, jobId: job.id }
        },
      })
      const name = (file: string) => path.relative(server.uploadsFolder, file).split(path.sep).join('/')
      const [first] = paths
      note({ target: first ? name(first) : null, details: { job: jobId, files: paths.length } })
      // Where each file's item is found among those of the job.
      const files = paths.map((file) => ({ name: name(file), uri: pathToFileURL(file).href }))
      return Response.json({ jobId, files }, { status: 202 })
    },
  }),
})
