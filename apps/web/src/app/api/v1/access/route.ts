import { z } from 'zod'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { readAnonymousChat, saveAnonymousChat } from '@/server/settings/anonymous-chat'

const headers = { 'Cache-Control': 'no-store' }

/** Whether anybody may ask, or only who is signed in. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/access',
    handle: async ({ server }) =>
      Response.json({ anonymousChat: await readAnonymousChat(server.settings) }, { headers }),
  }),
  PATCH: apiHandler({
    access: 'PATCH /api/v1/access',
    body: z.strictObject({ anonymousChat: z.boolean() }),
    handle: async ({ server, body, note }) => {
      await saveAnonymousChat(server.settings, body.anonymousChat)
      note({ target: 'anonymousChat', details: { anonymousChat: body.anonymousChat } })
      return Response.json(body, { headers })
    },
  }),
})
