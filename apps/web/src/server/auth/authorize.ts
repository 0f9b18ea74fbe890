import { type AccountRepository, type Role, roles, type SettingsRepository, ShuttenError } from '@shutten/core'
import { checkOrigin } from '../http/check-origin'
import { readAnonymousChat } from '../settings/anonymous-chat'
import type { Access } from './access'
import { findPrincipal, type Principal } from './find-principal'

/** What the decision needs of the server. */
export interface AuthorizingServer {
  accounts: AccountRepository
  settings: SettingsRepository
}

/**
 * Who calls, when that one may; null for somebody unknown where that is enough. A write that comes without a key must
 * come from this site. Errors: UNAUTHENTICATED, FORBIDDEN.
 */
export async function authorize(options: {
  request: Pick<Request, 'headers' | 'method'>
  server: AuthorizingServer
  access: Access
}): Promise<Principal | null> {
  const { request, server, access } = options
  const principal = await findPrincipal({ headers: request.headers, accounts: server.accounts })
  // A question of a visitor changes nothing of value, is JSON, which no form of another site can send, and has to get
  // through proxies that put their own name into Host.
  const isVisitorAsking = principal === null && access.isLimited === true
  if (principal?.kind !== 'api-key' && !isVisitorAsking) checkOrigin(request)
  const { least, scopes } = access
  if (least === 'everyone') return principal
  if (principal === null) {
    if (least === 'chat' && (await readAnonymousChat(server.settings))) return null
    throw new ShuttenError({
      code: 'UNAUTHENTICATED',
      message: 'This needs a sign-in.',
      suggestion: 'Sign in at /sign-in, or send an API key as `Authorization: Bearer sk_…`.',
    })
  }
  if (principal.kind === 'api-key') {
    if (
      scopes === 'any' ||
      principal.scopes.some((scope) => (scope === 'admin' ? scopes.length > 0 : scopes.includes(scope)))
    )
      return principal
    throw new ShuttenError({
      code: 'FORBIDDEN',
      message: `The API key “${principal.name}” may not do this.`,
      suggestion: scopes.length > 0 ? `It needs the scope ${scopes.join(' or ')}.` : 'Sign in with an account instead.',
    })
  }
  if (hasRole(principal, least === 'chat' ? 'reader' : least)) return principal
  throw new ShuttenError({
    code: 'FORBIDDEN',
    message: `The role “${principal.role}” may not do this.`,
    suggestion: 'Ask an admin of this server.',
  })
}

/** Roles in order: each may what those before it may. */
const hasRole = (principal: Principal, least: Role) => roles.indexOf(principal.role) >= roles.indexOf(least)
