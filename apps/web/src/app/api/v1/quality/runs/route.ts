import { ShuttenError } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const mostListed = 100

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/quality/runs',
    handle: async ({ server }) =>
      Response.json(await server.quality.runs.list({ limit: mostListed }), {
        headers: { 'Cache-Control': 'no-store' },
      }),
  }),
  POST: apiHandler({
    access: 'POST /api/v1/quality/runs',
    handle: async ({ server, note }) => {
      if ((await server.quality.questions.count()).enabled === 0)
        throw new ShuttenError({
          code: 'GOLDEN_QUESTIONS_NONE',
          message: 'There are no golden questions to put.',
          suggestion: 'Add some under /admin/quality/questions, or import a dataset there.',
        })
      const { id } = await server.jobs.create({ kind: 'measure', generation: null })
      note({ target: null, details: { job: id } })
      return Response.json({ jobId: id }, { status: 202 })
    },
  }),
})
