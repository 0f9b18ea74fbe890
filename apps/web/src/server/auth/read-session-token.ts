import { sessionCookieName } from './session-cookie'

/** The session token of a request, or null. */
export function readSessionToken(headers: Headers): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const [name, value] = pair.trim().split('=', 2)
    if (name === sessionCookieName && value) return value
  }
  return null
}
