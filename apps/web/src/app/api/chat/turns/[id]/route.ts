import { getOwner } from '@/server/chat/get-owner'
import { runningAnswers } from '@/server/chat/running-answers'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const headers = { 'Cache-Control': 'no-store' }

/** What became of an answer whose stream broke off: `kept` with its turn, `running`, or `unknown`. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/chat/turns/:id',
    handle: async ({ server, param }) => {
      const owner = await getOwner()
      const id = param('id')
      const isRunning = runningAnswers.has({ turnId: id, owner })
      const found = await server.conversations.findTurn({ id, owner })
      if (found) return Response.json({ state: 'kept', ...found }, { headers })
      return Response.json({ state: isRunning ? 'running' : 'unknown' }, { headers })
    },
  }),
})
