export const sessionCookie = 'shutten_session'

/** 43 characters of base64url: 32 random bytes. */
const form = /^[A-Za-z0-9_-]{43}$/

export const isSessionToken = (value: string | undefined): value is string => value !== undefined && form.test(value)

export function createSessionToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}

export function sessionCookieOptions(options: { secure: boolean }) {
  return {
    httpOnly: true,
    sameSite: 'lax',
    secure: options.secure,
    path: '/',
    maxAge: 60 * 60 * 24 * 400,
  } as const
}

/** Whether the visitor came by https, also through a proxy in front. */
export function isSecureRequest(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim()
  return (forwarded ?? new URL(request.url).protocol.slice(0, -1)) === 'https'
}
