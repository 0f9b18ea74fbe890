import { ShuttenError } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/generations/:id/serve',
    handle: async ({ server, param, note }) => {
      const generation = param('id')
      if (!(await server.listGenerations()).some(({ id }) => id === generation))
        throw new ShuttenError({
          code: 'GENERATION_NOT_KEPT',
          message: `The generation ${generation} is not kept.`,
          suggestion: 'See GET /api/v1/generations for those that are.',
        })
      const { id } = await server.jobs.create({ kind: 'rollback', generation })
      note({ details: { job: id } })
      return Response.json({ jobId: id }, { status: 202 })
    },
  }),
})
