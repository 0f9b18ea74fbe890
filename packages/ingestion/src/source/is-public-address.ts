import ipaddr from 'ipaddr.js'

/**
 * True for addresses of the public internet. Everything else is refused: loopback, private and link-local networks
 * (cloud metadata lives there), carrier-grade NAT, multicast, reserved ranges, and IPv6 forms that carry an IPv4 address.
 */
export function isPublicAddress(address: string): boolean {
  try {
    return ipaddr.process(address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')).range() === 'unicast'
  } catch {
    return false
  }
}
