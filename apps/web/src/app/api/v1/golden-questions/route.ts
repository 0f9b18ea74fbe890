import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { parseInput } from '@/server/http/parse-input'
import { goldenInputSchema } from '@/server/quality/golden-input'

const querySchema = z.object({
  kind: z.string().max(100).optional(),
  language: z.enum(['ja', 'en']).optional(),
  state: z.enum(['right', 'wrong', 'unmeasured', 'disabled']).optional(),
  q: z.string().max(500).default(''),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(500).default(50),
})

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/golden-questions',
    handle: async ({ request, server }) => {
      const input = Object.fromEntries(new URL(request.url).searchParams)
      const { q, kind, language, state, offset, limit } = parseInput({ schema: querySchema, input, what: 'query' })
      const found = await server.quality.questions.list({
        query: q,
        offset,
        limit,
        ...(kind && { kind }),
        ...(language && { language }),
        ...(state && { state }),
      })
      return Response.json(found, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
  POST: apiHandler({
    access: 'POST /api/v1/golden-questions',
    body: goldenInputSchema,
    handle: async ({ server, principal, body, note }) => {
      const { added } = await server.quality.questions.save([{ ...body, by: principal?.name ?? '' }])
      const id = added[0] ?? ''
      note({ target: body.question, details: { id } })
      return Response.json({ id }, { status: 201 })
    },
  }),
})
