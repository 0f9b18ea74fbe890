import { z } from 'zod'
import { periods, startOf } from '@/components/admin/overview/period'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'

const actionSchema = z.enum(['solve', 'dismiss', 'reopen'])
/** `days`: of the period that the gap was looked at in. */
const bodySchema = z.object({
  days: z.union(periods.map((days) => z.literal(days))).default(30),
  reason: z.string().trim().max(500).default(''),
})

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/gaps/:id/:action',
    body: bodySchema,
    handle: async ({ request, server, principal, body, param, note }) => {
      const action = parseInput({ schema: actionSchema, input: param('action'), what: 'action' })
      const { gaps } = server
      const gap = { id: param('id'), from: startOf(body.days, Date.now()), by: principal?.name ?? '' }
      if (action === 'solve') {
        const tried = await gaps.solve({ ...gap, signal: request.signal })
        note({ details: { action, isSolved: tried.isSolved, asked: tried.trials.length } })
        return Response.json(tried, { headers: { 'Cache-Control': 'no-store' } })
      }
      if (action === 'dismiss') {
        const { reason } = parseInput({ schema: dismissalSchema, input: body, what: 'body' })
        await gaps.dismiss({ ...gap, reason })
      } else await gaps.reopen(gap)
      note({ details: { action, reason: body.reason || null } })
      return Response.json({ done: action })
    },
  }),
})

const dismissalSchema = z.object({ reason: z.string().min(1, 'say why it is put aside') })
