import type { NewAuditEntry } from '@shutten/core'
import { clientAddress } from '../auth/client-address'
import type { Principal } from '../auth/find-principal'
import { toPublicError } from '../http/to-public-error'
import type { AuditLog } from './create-audit-log'

/** What a handler says of the change that it made. */
export interface ChangeNote {
  target?: string | null
  details?: NewAuditEntry['details']
}

/**
 * Writes a change that was made to the audit log. It is made: where the log cannot be written the process's own log
 * says so, and the one who made the change is not told that it failed.
 */
export async function recordChange(options: {
  audit: Pick<AuditLog, 'record'>
  action: string
  headers: Headers
  principal: Principal | null
  note: ChangeNote
}): Promise<void> {
  const { audit, action, headers, principal, note } = options
  const { target = null, details = null } = note
  try {
    await audit.record({
      ...{ actor: toActor(principal), action, address: clientAddress(headers) },
      target: target && withoutCredentials(target),
      details: details && Object.fromEntries(Object.entries(details).map(([name, value]) => [name, clean(value)])),
    })
  } catch (error) {
    toPublicError(new Error(`The audit log misses “${action}”.`, { cause: error }))
  }
}

/** An address may hold name and password: `https://name:password@host/`. */
const withoutCredentials = (text: string) => text.replace(/\/\/[^/?#\s]*@/g, '//').slice(0, 2_000)
const clean = <T>(value: T) => (typeof value === 'string' ? withoutCredentials(value) : value)

function toActor(principal: Principal | null): NewAuditEntry['actor'] {
  if (principal === null) return { kind: 'nobody', id: null, name: '' }
  const id = principal.kind === 'session' ? principal.accountId : principal.keyId
  return { kind: principal.kind, id, name: principal.name }
}
