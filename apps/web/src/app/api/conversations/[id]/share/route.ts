import { getOwner } from '@/server/chat/get-owner'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const headers = { 'Cache-Control': 'no-store' }

/** The link that shares a conversation: whether there is one, make or renew it, take it back. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/conversations/:id/share',
    handle: async ({ server, param }) =>
      Response.json(
        { share: await server.shares.findOf({ conversationId: param('id'), owner: await getOwner() }) },
        { headers },
      ),
  }),
  PUT: apiHandler({
    access: 'PUT /api/conversations/:id/share',
    handle: async ({ server, param }) => {
      const share = await server.shares.save({ conversationId: param('id'), owner: await getOwner() })
      return Response.json({ share }, { headers })
    },
  }),
  DELETE: apiHandler({
    access: 'DELETE /api/conversations/:id/share',
    handle: async ({ server, param }) => {
      await server.shares.remove({ conversationId: param('id'), owner: await getOwner() })
      return Response.json({ share: null }, { headers })
    },
  }),
})
