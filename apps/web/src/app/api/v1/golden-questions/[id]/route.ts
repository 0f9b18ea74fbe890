import { ShuttenError } from '@shutten/core'
import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { goldenInputSchema } from '@/server/quality/golden-input'

/** `seen`: the `updatedAt` of what was looked at, so that nobody undoes what another has changed since. */
const bodySchema = z.intersection(goldenInputSchema, z.object({ seen: z.iso.datetime() }))

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  PUT: apiHandler({
    access: 'PUT /api/v1/golden-questions/:id',
    body: bodySchema,
    handle: async ({ server, principal, body: { seen, ...input }, param, note }) => {
      const question = { ...input, id: param('id'), by: principal?.name ?? '' }
      const changed = await server.quality.questions.change({ question, seen })
      note({ target: changed.question, details: { id: changed.id } })
      return Response.json(changed)
    },
  }),
  DELETE: apiHandler({
    access: 'DELETE /api/v1/golden-questions/:id',
    handle: async ({ server, param, note }) => {
      const id = param('id')
      const question = await server.quality.questions.find(id)
      if (!question || !(await server.quality.questions.remove(id)))
        throw new ShuttenError({
          code: 'GOLDEN_QUESTION_NOT_FOUND',
          message: `There is no golden question ${id.slice(0, 100)}.`,
          suggestion: 'Somebody has deleted it already. Look at the list again.',
        })
      note({ target: question.question, details: { id } })
      return Response.json({ deleted: id })
    },
  }),
})
