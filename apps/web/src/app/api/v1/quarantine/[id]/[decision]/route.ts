import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'

const decisionSchema = z.enum(['release', 'reject'])

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/quarantine/:id/:decision',
    handle: async ({ server, param, note }) => {
      const decision = parseInput({ schema: decisionSchema, input: param('decision'), what: 'decision' })
      note({ details: { decision } })
      if (decision === 'release') return Response.json({ jobId: await server.release(param('id')) }, { status: 202 })
      const { text: _, ...document } = await server.quarantine.decide(param('id'), 'rejected')
      return Response.json(document, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
