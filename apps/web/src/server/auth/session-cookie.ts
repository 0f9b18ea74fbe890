import { sessionSeconds } from './start-session'

/** Not the cookie of the reader's side, which every visitor has. */
export const sessionCookieName = 'shutten_account'

/** Attributes of the session cookie; Secure where the request came over https, also through a proxy. */
export function sessionCookieOptions(headers: Headers) {
  const secure = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https'
  return { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: sessionSeconds } as const
}

/** The same as a Set-Cookie header; a null token removes the cookie. */
export function serializeSessionCookie(options: { token: string | null; headers: Headers }): string {
  const { secure, maxAge } = sessionCookieOptions(options.headers)
  const life = options.token === null ? 0 : maxAge
  return `${sessionCookieName}=${options.token ?? ''}; Path=/; Max-Age=${life}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
