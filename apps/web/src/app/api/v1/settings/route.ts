import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { describeSettings } from '@/server/settings/describe-settings'

/** All settings with their versions, and what the environment decides. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/settings',
    handle: async ({ server }) =>
      Response.json(await describeSettings(server.administration), { headers: { 'Cache-Control': 'no-store' } }),
  }),
})
