import type { KeyScope, Role } from '@shutten/core'

/** The role that a key with these scopes comes nearest to, where one has to be shown. */
export function toRole(scopes: readonly KeyScope[]): Role {
  if (scopes.includes('admin')) return 'admin'
  return scopes.some((scope) => scope !== 'ask') ? 'editor' : 'reader'
}
