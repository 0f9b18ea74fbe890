import { ShuttenError } from '@shutten/core'

/**
 * Refuses a write that another site made the browser send with the visitor's cookie.
 * Browsers state the origin in Sec-Fetch-Site, older ones in Origin; a client that sends neither is no browser.
 * Errors: FORBIDDEN.
 * @see https://words.filippo.io/csrf/
 */
export function checkOrigin(request: Pick<Request, 'headers' | 'method'>): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) {
    if (site === 'same-origin' || site === 'none') return
    throw foreign()
  }
  const origin = request.headers.get('origin')
  if (origin === null) return
  // Another site cannot make a browser send X-Forwarded-Host without asking first; a proxy says in it what the browser asked for.
  const hosts = [request.headers.get('host'), request.headers.get('x-forwarded-host')?.split(',')[0]?.trim()]
  if (URL.canParse(origin) && hosts.some((host) => host?.toLowerCase() === new URL(origin).host)) return
  throw foreign()
}

function foreign(): ShuttenError {
  return new ShuttenError({
    code: 'FORBIDDEN',
    message: 'The request came from another site.',
    suggestion: 'Use the admin pages of this server, or send an API key instead of the session cookie.',
  })
}
