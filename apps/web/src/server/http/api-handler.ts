import { getServer } from '../get-server'
import type { ShuttenServer } from '../shutten-server'
import { createHandler, type RouteHandler } from './create-handler'

type Options<TBody> = Omit<Parameters<typeof createHandler<ShuttenServer, TBody>>[0], 'getServer'>

/** `createHandler` on the server of this process. */
export function apiHandler<TBody = undefined>(options: Options<TBody>): RouteHandler {
  return createHandler<ShuttenServer, TBody>({ ...options, getServer })
}
