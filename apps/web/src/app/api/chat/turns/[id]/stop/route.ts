import { getOwner } from '@/server/chat/get-owner'
import { runningAnswers } from '@/server/chat/running-answers'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

/** Ends an answer in the making; what has come of it is kept. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/chat/turns/:id/stop',
    handle: async ({ param }) => {
      return Response.json({ stopped: runningAnswers.stop({ turnId: param('id'), owner: await getOwner() }) })
    },
  }),
})
