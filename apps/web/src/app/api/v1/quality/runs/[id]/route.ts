import { ShuttenError } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/quality/runs/:id',
    handle: async ({ server, param }) => {
      const { runs } = server.quality
      const run = await runs.find(param('id'))
      if (!run)
        throw new ShuttenError({
          code: 'RUN_NOT_FOUND',
          message: `There is no measurement ${param('id').slice(0, 100)}.`,
          suggestion: 'See GET /api/v1/quality/runs for those that are kept.',
        })
      const perQuestion = await runs.listOutcomes({ runId: run.id })
      return Response.json({ ...run, perQuestion }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
