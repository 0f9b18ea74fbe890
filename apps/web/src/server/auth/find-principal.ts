import type { AccountRepository, KeyScope, Role } from '@shutten/core'
import { hashToken } from './hash-token'
import { passwordStamp } from './password-stamp'
import { readSessionToken } from './read-session-token'
import { toRole } from './to-role'

/** Who a request comes from. */
export type Principal =
  | { kind: 'session'; accountId: string; sessionId: string; name: string; role: Role }
  | { kind: 'api-key'; keyId: string; name: string; role: Role; scopes: readonly KeyScope[] }

/** Who a request comes from, by API key or session; null when it names neither or one that is not valid. An API key goes before the cookie. */
export async function findPrincipal(options: {
  headers: Headers
  accounts: AccountRepository
}): Promise<Principal | null> {
  const { headers, accounts } = options
  const key = /^Bearer +(sk_[\w-]{20,200})$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (headers.has('authorization')) {
    const found = key ? await accounts.findApiKey(hashToken(key)) : null
    return (
      found && { kind: 'api-key', keyId: found.id, name: found.name, role: toRole(found.scopes), scopes: found.scopes }
    )
  }
  const token = readSessionToken(headers)
  const session = token ? await accounts.findSession(hashToken(token)) : null
  if (!token || !session || Date.parse(session.expiresAt) <= Date.now()) return null
  const { id, name, role, passwordHash } = session.account
  if (!token.endsWith(`.${passwordStamp(passwordHash)}`)) return null
  return { kind: 'session', accountId: id, sessionId: session.id, name, role }
}
