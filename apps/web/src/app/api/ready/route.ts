import { ShuttenError } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/ready',
    handle: async ({ server }) => {
      const { generation } = await server.status()
      if (generation === null)
        throw new ShuttenError({
          code: 'GENERATION_NOT_FOUND',
          message: 'Nothing is indexed yet, so nothing can be answered.',
          suggestion: 'Add documents on the admin pages, or with `pnpm shutten ingest`.',
        })
      return Response.json({ status: 'ready', generation }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
