import type { SourceDefinition } from '@shutten/core'
import { isAllowedHost } from '../create-guarded-lookup.js'

/** True for addresses on one of the source's own hosts and on those that an administrator named beside them. */
export function isFollowedHost(options: { url: URL; source: SourceDefinition; ownHosts: readonly string[] }): boolean {
  const { url, source, ownHosts } = options
  return ownHosts.includes(url.host) || isAllowedHost(url, [...source.followedHosts, ...source.allowedHosts])
}
