import { sourceKinds } from '@shutten/core'

/** Those that are fetched like any reader of the web would. */
const publicKinds: readonly unknown[] = ['url', 'sitemap', 'feed']

/** What of a source says how far it reaches. */
export interface Reach {
  kind?: unknown
  allowedHosts?: unknown
  limits?: unknown
}

/** Whether a source reaches into this machine or its network: a folder, or a host that is not public. */
export function isOfAdmins({ kind, allowedHosts }: Reach): boolean {
  return (
    (sourceKinds.includes(kind as 'url') && !publicKinds.includes(kind)) ||
    (allowedHosts !== undefined && !(Array.isArray(allowedHosts) && allowedHosts.length === 0))
  )
}
