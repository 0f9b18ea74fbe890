import { ShuttenError } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  DELETE: apiHandler({
    access: 'DELETE /api/v1/candidates/:id',
    handle: async ({ server, param, note }) => {
      const generation = param('id')
      const held = (await server.quality.candidates.list()).find((one) => one.generationId === generation)
      if (!held?.held)
        throw new ShuttenError({
          code: 'GENERATION_NOT_HELD',
          message: `The generation ${generation.slice(0, 100)} is not held back.`,
          suggestion: 'See GET /api/v1/candidates for those that are.',
        })
      const { id } = await server.jobs.create({ kind: 'drop-generation', generation })
      note({ details: { job: id } })
      return Response.json({ jobId: id }, { status: 202 })
    },
  }),
})
