import { type Role, ShuttenError, sourceKinds } from '@shutten/core'

/** Those that are fetched like any reader of the web would. */
const publicKinds: readonly unknown[] = ['url', 'sitemap', 'feed']

/** What of a source says how far it reaches. */
interface Reach {
  kind?: unknown
  allowedHosts?: unknown
  limits?: unknown
}

/**
 * Editors keep sources of public addresses. A folder of this machine, a host of its own network, and how hard a site may be
 * asked are for admins: a source reads what the server can read. What is no source at all is left to the source manager.
 * Errors: FORBIDDEN.
 */
export function assertMayReach(options: { role: Role | undefined; input: Reach; before: Reach | null }): void {
  const { role, input, before } = options
  if (role === 'admin') return
  const isOwn = ({ kind, allowedHosts }: Reach) =>
    (sourceKinds.includes(kind as 'url') && !publicKinds.includes(kind)) ||
    (allowedHosts !== undefined && !(Array.isArray(allowedHosts) && allowedHosts.length === 0))
  if (input.limits === undefined && !isOwn(input) && !(before && isOwn(before))) return
  throw new ShuttenError({
    code: 'FORBIDDEN',
    message: 'Folders of the server, hosts of its own network, and limits are for admins.',
    suggestion: 'Take a public address, or ask an admin to do it.',
  })
}
