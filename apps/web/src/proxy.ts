import { type NextRequest, NextResponse } from 'next/server'
import { createContentSecurityPolicy } from './server/content-security-policy'
import {
  createSessionToken,
  isSecureRequest,
  isSessionToken,
  sessionCookie,
  sessionCookieOptions,
} from './server/session/session-cookie'

/** Gives each page its nonce and policy, and each visitor a session that only this server can read. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = createContentSecurityPolicy({ nonce, development: process.env.NODE_ENV === 'development' })

  const known = isSessionToken(request.cookies.get(sessionCookie)?.value)
  const token = known ? null : createSessionToken()
  if (token) request.cookies.set(sessionCookie, token)

  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  if (token) response.cookies.set(sessionCookie, token, sessionCookieOptions({ secure: isSecureRequest(request) }))
  return response
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static|fonts/|icon|sw.js|offline.html).*)' }],
}
