import type { KeyScope, Role } from './accounts.js'

/** The scopes with which an API key does what a role does. */
export function toScopes(role: Role): KeyScope[] {
  if (role === 'admin') return ['admin']
  return role === 'editor' ? ['ask', 'documents', 'jobs'] : ['ask']
}
