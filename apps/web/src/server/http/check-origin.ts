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
  const host = request.headers.get('host')
  if (host !== null && URL.canParse(origin) && new URL(origin).host === host.toLowerCase()) return
  throw foreign()
}

function foreign(): ShuttenError {
  return new ShuttenError({
    code: 'FORBIDDEN',
    message: 'The request came from another site.',
    suggestion: 'Use the admin pages of this server, or send an API key instead of the session cookie.',
  })
}
