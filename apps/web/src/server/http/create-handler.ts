import type { z } from 'zod'
import type { AuditLog } from '../audit/create-audit-log'
import { type ChangeNote, recordChange } from '../audit/record-change'
import type { Access } from '../auth/access'
import { type AuthorizingServer, authorize } from '../auth/authorize'
import type { AskLimits } from '../auth/create-ask-limits'
import { findCaller } from '../auth/find-caller'
import type { Principal } from '../auth/find-principal'
import { errorResponse } from './error-response'
import { readJson } from './read-json'

export type Params = Record<string, string | string[] | undefined>
export type RouteHandler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/** What every handler needs of the server. */
export interface HandlingServer extends AuthorizingServer {
  audit: Pick<AuditLog, 'record'>
  askLimits?: AskLimits
}

interface Call<TServer> {
  request: Request
  server: TServer
  /** Who calls; null only where everyone may. */
  principal: Principal | null
  /** A part of the path by its name. */
  param(name: string): string
  /** Says for the audit log what was changed and how; without it the `id` of the path is named. Never a secret. */
  note(change: ChangeNote): void
}

/**
 * One route handler: who may call it, what it takes, what it does. With `body` the JSON is read and checked first.
 * Whatever is thrown becomes the coded error of `errorResponse`; what was done goes to the audit log where `access` says so.
 */
export function createHandler<TServer extends HandlingServer, TBody = undefined>(options: {
  getServer: () => Promise<TServer>
  access: Access
  body?: z.ZodType<TBody>
  /** A request without a body counts as `{}`. */
  bodyOptional?: boolean
  handle(call: Call<TServer> & { body: TBody }): Promise<Response>
}): RouteHandler {
  const { access } = options
  return async (request, context) => {
    try {
      const server = await options.getServer()
      const principal = await authorize({ request, server, access })
      const { headers } = request
      if (access.isLimited) server.askLimits?.take(findCaller({ headers, principal }))
      // Next gives none where the path has none.
      const params: Params = (await context.params) ?? {}
      const param = (name: string) => String(params[name] ?? '')
      const body = options.body
        ? await readJson({ request, schema: options.body, optional: options.bodyOptional })
        : (undefined as TBody)
      let change: ChangeNote = { target: param('id') || null }
      const note = (said: ChangeNote) => {
        change = { ...change, ...said }
      }
      const response = await options.handle({ request, server, principal, body, param, note })
      if (access.audit && response.ok)
        await recordChange({ audit: server.audit, action: access.audit, headers, principal, note: change })
      return response
    } catch (error) {
      return errorResponse(error)
    }
  }
}
