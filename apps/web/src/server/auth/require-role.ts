import { type AccountRepository, type Role, ShuttenError } from '@shutten/core'
import { findPrincipal, type Principal } from './find-principal'

/** Who a request comes from, when that one may do it. Errors: UNAUTHENTICATED, FORBIDDEN. */
export async function requireRole(options: {
  headers: Headers
  accounts: AccountRepository
  roles: readonly Role[]
}): Promise<Principal> {
  const principal = await findPrincipal(options)
  if (!principal)
    throw new ShuttenError({
      code: 'UNAUTHENTICATED',
      message: 'This needs a sign-in.',
      suggestion: 'Sign in at /sign-in, or send an API key as `Authorization: Bearer sk_…`.',
    })
  if (!options.roles.includes(principal.role))
    throw new ShuttenError({
      code: 'FORBIDDEN',
      message: `The role “${principal.role}” may not do this.`,
      suggestion: 'Ask an admin of this server.',
    })
  return principal
}
