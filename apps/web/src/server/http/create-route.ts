import { ShuttenError } from '@shutten/core'
import type { RouteHandler } from './create-handler'
import { errorResponse } from './error-response'

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]

/** The exports of a `route.ts`: the given handlers, and METHOD_NOT_ALLOWED with the Allow header for the other methods. */
export function createRoute(handlers: Partial<Record<Method, RouteHandler>>): Record<Method, RouteHandler> {
  const allowed = methods.filter((method) => handlers[method]).join(', ')
  const refuse: RouteHandler = async (request) => {
    const response = errorResponse(
      new ShuttenError({
        code: 'METHOD_NOT_ALLOWED',
        message: `${request.method} is not possible here.`,
        suggestion: `Use ${allowed}.`,
      }),
    )
    response.headers.set('Allow', allowed)
    return response
  }
  return {
    GET: handlers.GET ?? refuse,
    POST: handlers.POST ?? refuse,
    PUT: handlers.PUT ?? refuse,
    PATCH: handlers.PATCH ?? refuse,
    DELETE: handlers.DELETE ?? refuse,
  }
}
