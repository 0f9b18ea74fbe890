import ipaddr from 'ipaddr.js'

/**
 * True for addresses of the public internet. Everything else is refused: loopback, private and link-local networks
 * (cloud metadata lives there), carrier-grade NAT, multicast, reserved ranges, and IPv6 forms that carry an IPv4 address
 * (mapped, compatible, translated, NAT64, 6to4, Teredo, ISATAP).
 */
export function isPublicAddress(address: string): boolean {
  try {
    const parsed = ipaddr.process(address.replace(/^\[|\]$/g, '').replace(/%.*$/, ''))
    if (parsed.range() !== 'unicast') return false
    if (!('parts' in parsed)) return true
    const { parts } = parsed
    // Global unicast is 2000::/3 (RFC 4291); `unicast` above also means what was never assigned.
    const isGlobal = ((parts[0] as number) & 0xe000) === 0x2000
    const isIsatap = ((parts[4] as number) & ~0x0200) === 0 && parts[5] === 0x5efe
    return isGlobal && !isIsatap
  } catch {
    return false
  }
}

/** True for link-local addresses, among them those of cloud metadata services. */
export function isLinkLocalAddress(address: string): boolean {
  try {
    const parsed = ipaddr.process(address.replace(/^\[|\]$/g, '').replace(/%.*$/, ''))
    return parsed.range() === 'linkLocal' || parsed.toNormalizedString() === 'fd00:ec2:0:0:0:0:0:254'
  } catch {
    return false
  }
}
