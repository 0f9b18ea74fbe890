import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { ShuttenError } from '@shutten/core'
import { isLinkLocalAddress, isPublicAddress } from './is-public-address.js'

export type ResolveHost = (host: string) => Promise<{ address: string; family: number }[]>

const resolveHost: ResolveHost = (host) => systemLookup(host, { all: true })

/** Hosts that may be fetched although their addresses are not public: `host` or `host:port`, as the configuration names them. */
export function isAllowedHost(url: URL, allowedHosts: readonly string[]): boolean {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase()
  const names = [host, url.hostname, url.host, `${host}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`]
  return allowedHosts.some((allowed) => names.includes(allowed.toLowerCase()))
}

/**
 * A lookup for sockets that gives only public addresses. It is the connection's own lookup: the address that was
 * checked is the one that is connected to, whatever a second query would say (DNS rebinding). With `isAllowed` it gives
 * private addresses too, but never a link-local one: an allowed name is no way to the metadata service of a cloud.
 */
export function createGuardedLookup(options: { isAllowed: boolean; resolve?: ResolveHost }): LookupFunction {
  const { isAllowed, resolve = resolveHost } = options
  return (host, { all }, callback) => {
    resolve(host).then(
      (found) => {
        const usable = found.filter(({ address }) =>
          isAllowed ? !isLinkLocalAddress(address) : isPublicAddress(address),
        )
        const first = usable[0]
        // One private address among public ones is no accident.
        if (!first || usable.length < found.length) callback(createRefusal(host), '', 0)
        else if (all) callback(null, usable)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    )
  }
}

export function createRefusal(host: string): ShuttenError {
  return new ShuttenError({
    code: 'SOURCE_FETCH_REFUSED',
    message: `${host} is not fetched: it is an address of this machine or of a private network.`,
    suggestion: 'Save the page as a file and ingest that, or name the host among those that may be fetched.',
  })
}
