import { ShuttenError } from '@shutten/core'
import type { Principal } from './find-principal'

/** The session that a request comes with. Errors: FORBIDDEN, for who has none. */
export function getOwnSession(principal: Principal | null): Extract<Principal, { kind: 'session' }> {
  if (principal?.kind === 'session') return principal
  throw new ShuttenError({
    code: 'FORBIDDEN',
    message: 'Only an account has sessions and a password.',
    suggestion: 'Sign in with an account.',
  })
}
