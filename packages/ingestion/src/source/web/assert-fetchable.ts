import { ShuttenError } from '@shutten/core'
import ipaddr from 'ipaddr.js'
import { createRefusal, isAllowedHost } from '../create-guarded-lookup.js'
import { isPublicAddress } from '../is-public-address.js'

/**
 * Holds an address against the rules that need no look-up: http(s), no user name, neither a literal address that is
 * not public nor `localhost`, unless it is allowed. Errors: SOURCE_FETCH_REFUSED.
 */
export function assertFetchable(url: URL, options: { allowedHosts: readonly string[] }): void {
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  if (!isWeb || url.username || url.password)
    throw new ShuttenError({
      code: 'SOURCE_FETCH_REFUSED',
      message: `${isWeb ? 'An address with a user name' : url.protocol} is not fetched.`,
      suggestion: 'Give an http or https address without a user name and password.',
    })
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // A literal address is connected to without a lookup; this machine's own name is not left to one (RFC 6761).
  const isInner = ipaddr.isValid(host) ? !isPublicAddress(host) : /(?:^|\.)localhost\.?$/i.test(host)
  if (isInner && !isAllowedHost(url, options.allowedHosts)) throw createRefusal(host)
}
