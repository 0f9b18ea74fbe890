import { type Feedback, feedbackReasons } from '@shutten/core'
import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { formatFeedbackCsv } from '@/server/http/format-feedback-csv'
import { parseInput } from '@/server/http/parse-input'

const querySchema = z.object({
  format: z.enum(['json', 'csv']).default('json'),
  verdict: z.enum(['good', 'bad']).optional(),
  reason: z.enum(feedbackReasons).optional(),
  offset: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
})

/** What readers said of answers and citations, newest first. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/feedback',
    handle: async ({ server, request }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { format, verdict, reason, ...page } = parseInput({ schema: querySchema, input, what: 'query' })
      const found = await server.feedback.list({ ...page, ...(verdict && { verdict }), ...(reason && { reason }) })
      if (format === 'csv')
        return new Response(formatFeedbackCsv(found.feedback), {
          headers: {
            'Content-Type': 'text/csv; charset=utf-8',
            'Content-Disposition': 'attachment; filename="feedback.csv"',
            'Cache-Control': 'no-store',
          },
        })
      const feedback: Feedback[] = found.feedback
      return Response.json({ total: found.total, feedback }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
