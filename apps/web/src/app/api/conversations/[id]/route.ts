import { getOwnConversation } from '@/server/chat/get-own-conversation'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const headers = { 'Cache-Control': 'no-store' }

/** A conversation of one's own with its turns; 204 while `last` is still its last turn. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/conversations/:id',
    handle: async ({ server, request, param }) => {
      const conversation = await getOwnConversation({ server, id: param('id') })
      const last = new URL(request.url).searchParams.get('last')
      if (last !== null && last === (conversation.turns.at(-1)?.id ?? '')) return new Response(null, { status: 204 })
      return Response.json(conversation, { headers })
    },
  }),
})
