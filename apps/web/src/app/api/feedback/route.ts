import { feedbackSchema } from '@shutten/core'
import { z } from 'zod'
import { getOwner } from '@/server/chat/get-owner'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const targetSchema = z.object({
  turnId: z.string().min(1).max(100),
  citation: z.number().int().min(1).max(10_000).nullable().default(null),
})

/** A reader's verdict on an answer of their own, or on one of its citations: given, changed, taken back. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  PUT: apiHandler({
    access: 'PUT /api/feedback',
    body: feedbackSchema,
    handle: async ({ server, body }) => {
      const { turnId, citation, verdict, reason, comment } = await server.feedback.save({
        owner: await getOwner(),
        feedback: body,
      })
      return Response.json({ feedback: { turnId, citation, verdict, reason, comment } })
    },
  }),
  DELETE: apiHandler({
    access: 'DELETE /api/feedback',
    body: targetSchema,
    handle: async ({ server, body }) => {
      await server.feedback.remove({ owner: await getOwner(), ...body })
      return Response.json({ feedback: null })
    },
  }),
})
