import { type AccessName, accessTable } from '../auth/access-table'
import { getServer } from '../get-server'
import type { ShuttenServer } from '../shutten-server'
import { createHandler, type RouteHandler } from './create-handler'

type Options<TBody> = Omit<Parameters<typeof createHandler<ShuttenServer, TBody>>[0], 'getServer' | 'access'>

/** `createHandler` on the server of this process, for who may call it by the table of access. */
export function apiHandler<TBody = undefined>(options: Options<TBody> & { access: AccessName }): RouteHandler {
  const access = accessTable[options.access]
  return createHandler<ShuttenServer, TBody>({ ...options, access, getServer })
}
