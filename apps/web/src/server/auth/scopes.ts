import type { KeyScope, Role } from '@shutten/core'

/** The scopes that do what a role does. */
export function toScopes(role: Role): KeyScope[] {
  if (role === 'admin') return ['admin']
  return role === 'editor' ? ['ask', 'documents', 'jobs'] : ['ask']
}

/** The role that a key with these scopes comes nearest to, where one has to be shown. */
export function toRole(scopes: readonly KeyScope[]): Role {
  if (scopes.includes('admin')) return 'admin'
  return scopes.some((scope) => scope !== 'ask') ? 'editor' : 'reader'
}
