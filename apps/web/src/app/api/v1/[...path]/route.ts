import { ShuttenError } from '@shutten/core'
import { createRoute } from '@/server/http/create-route'
import { errorResponse } from '@/server/http/error-response'

const notFound = async (request: Request) =>
  errorResponse(
    new ShuttenError({
      code: 'NOT_FOUND',
      message: `There is nothing at ${new URL(request.url).pathname.slice(0, 200)}.`,
      suggestion: 'Check the path against the list of the API in the documentation.',
    }),
  )

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: notFound,
  POST: notFound,
  PUT: notFound,
  PATCH: notFound,
  DELETE: notFound,
})
