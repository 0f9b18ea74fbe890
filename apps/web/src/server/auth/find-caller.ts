import { sessionCookie } from '../session/session-cookie'
import { clientAddress } from './client-address'
import type { Principal } from './find-principal'

/** Whose questions are counted together: an account's, a key's, a visitor's, or those of an address. */
export function findCaller(options: { headers: Headers; principal: Principal | null }) {
  const { headers, principal } = options
  const address = clientAddress(headers)
  if (principal?.kind === 'session') return { id: `account ${principal.accountId}`, isKnown: true, address }
  if (principal) return { id: `key ${principal.keyId}`, isKnown: true, address }
  const visitor = new RegExp(`(?:^|; *)${sessionCookie}=([\\w-]{43})(?:;|$)`).exec(headers.get('cookie') ?? '')?.[1]
  return { id: visitor ? `visitor ${visitor}` : `address ${address}`, isKnown: false, address }
}
