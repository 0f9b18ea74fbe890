import { type QualityPolicy, qualityPolicySchema } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/quality/policy',
    handle: async ({ server }) => Response.json(await server.quality.getPolicy()),
  }),
  PUT: apiHandler({
    access: 'PUT /api/v1/quality/policy',
    body: qualityPolicySchema,
    handle: async ({ server, body, note }) => {
      const policy = body as QualityPolicy
      await server.quality.savePolicy(policy)
      const { isGateOn, measuresSwitched, least, mostFall } = policy
      note({
        target: null,
        details: { isGateOn, measuresSwitched, least: JSON.stringify(least), mostFall: JSON.stringify(mostFall) },
      })
      return Response.json(policy)
    },
  }),
})
