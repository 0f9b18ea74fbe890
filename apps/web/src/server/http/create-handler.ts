import type { AccountRepository, Role } from '@shutten/core'
import type { z } from 'zod'
import type { Principal } from '../auth/find-principal'
import { findPrincipal } from '../auth/find-principal'
import { requireRole } from '../auth/require-role'
import { checkOrigin } from './check-origin'
import { errorResponse } from './error-response'
import { readJson } from './read-json'

export type Params = Record<string, string | string[] | undefined>
export type RouteHandler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

interface Access {
  /** Who may call it; `everyone` needs no sign-in. */
  access: 'everyone' | readonly Role[]
}

interface Call<TServer> {
  request: Request
  server: TServer
  /** Who calls; null only where everyone may. */
  principal: Principal | null
  /** A part of the path by its name. */
  param(name: string): string
}

/**
 * One route handler: who may call it, what it takes, what it does. With `body` the JSON is read and checked first.
 * Whatever is thrown becomes the coded error of `errorResponse`.
 */
export function createHandler<TServer extends { accounts: AccountRepository }, TBody = undefined>(
  options: Access & {
    getServer: () => Promise<TServer>
    body?: z.ZodType<TBody>
    /** A request without a body counts as `{}`. */
    bodyOptional?: boolean
    handle(call: Call<TServer> & { body: TBody }): Promise<Response>
  },
): RouteHandler {
  return async (request, context) => {
    try {
      const server = await options.getServer()
      const principal =
        options.access === 'everyone'
          ? await findPrincipal({ headers: request.headers, accounts: server.accounts })
          : await requireRole({ headers: request.headers, accounts: server.accounts, roles: options.access })
      if (principal?.kind === 'session') checkOrigin(request)
      const params = await context.params
      const body = options.body
        ? await readJson({ request, schema: options.body, optional: options.bodyOptional })
        : (undefined as TBody)
      return await options.handle({ request, server, principal, body, param: (name) => String(params[name] ?? '') })
    } catch (error) {
      return errorResponse(error)
    }
  }
}
