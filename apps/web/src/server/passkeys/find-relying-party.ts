import { isIP } from 'node:net'
import { ShuttenError } from '@shutten/core'

/** Whom a passkey signs in to. */
export interface RelyingParty {
  /** The host that passkeys are bound to. */
  id: string
  /** What the browser signs that the page came from. */
  origin: string
}

/**
 * Whom a passkey signs in to: the configured origin, else the one that the request comes from, when it is that of this host.
 * A browser writes `Origin` itself, and no page can change it.
 * Errors: PASSKEY_REFUSED, where no browser makes passkeys.
 */
export function findRelyingParty(options: { headers: Headers; configured: string | null }): RelyingParty {
  const { headers, configured } = options
  const stated = headers.get('origin')
  if (stated === null || !URL.canParse(stated))
    throw refused('The request does not say where it comes from.', 'Use a browser.')
  const { origin, protocol, hostname, host } = new URL(stated)
  if (configured !== null && origin !== configured)
    throw refused(`Passkeys of this server are for ${configured}.`, `Open ${configured} and try again.`)
  const hosts = [headers.get('host'), headers.get('x-forwarded-host')?.split(',')[0]?.trim()]
  if (configured === null && !hosts.some((name) => name?.toLowerCase() === host))
    throw refused(
      `The page came from ${origin}, and the server is asked as another host.`,
      'Have the proxy pass the host on as X-Forwarded-Host, or set SHUTTEN_ORIGIN.',
    )
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0)
    throw refused(
      'Passkeys are bound to a host name, and this is an address.',
      'Open the server by its name, such as http://localhost:3000.',
    )
  const isLocal = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (protocol !== 'https:' && !isLocal)
    throw refused('Browsers make passkeys over HTTPS only.', 'Put the server behind HTTPS, and open it there.')
  return { id: hostname, origin }
}

function refused(message: string, suggestion: string): ShuttenError {
  return new ShuttenError({ code: 'PASSKEY_REFUSED', message, suggestion })
}
