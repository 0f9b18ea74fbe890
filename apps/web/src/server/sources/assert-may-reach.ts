import { type Role, ShuttenError } from '@shutten/core'
import { isOfAdmins, type Reach } from './is-of-admins'

/**
 * Editors keep sources of public addresses. A folder of this machine, a host of its own network, and how hard a site may be
 * asked are for admins: a source reads what the server can read. What is no source at all is left to the source manager.
 * Errors: FORBIDDEN.
 */
export function assertMayReach(options: { role: Role | undefined; input: Reach; before: Reach | null }): void {
  const { role, input, before } = options
  if (role === 'admin') return
  if (input.limits === undefined && !isOfAdmins(input) && !(before && isOfAdmins(before))) return
  throw new ShuttenError({
    code: 'FORBIDDEN',
    message: 'Folders of the server, hosts of its own network, and limits are for admins.',
    suggestion: 'Take a public address, or ask an admin to do it.',
  })
}
