import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { decideQuarantine } from '@/server/quarantine/decide-quarantine'

const bodySchema = z.object({
  decision: z.enum(['release', 'reject']),
  documents: z
    .array(z.object({ id: z.string().min(1).max(200), textHash: z.string().min(1).max(200).optional() }))
    .min(1)
    .max(200),
})

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/quarantine/decisions',
    body: bodySchema,
    handle: async ({ server, body }) => {
      const outcome = await decideQuarantine({ server, ...body })
      return Response.json(outcome, {
        status: outcome.jobIds.length > 0 ? 202 : 200,
        headers: { 'Cache-Control': 'no-store' },
      })
    },
  }),
})
