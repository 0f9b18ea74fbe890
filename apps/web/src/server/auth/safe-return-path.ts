const places = ['/', '/c', '/documents', '/history', '/s', '/account', '/admin']

/** Where to go after the sign-in: a page of this server; null for anything else, above all another site. */
export function safeReturnPath(input: unknown): string | null {
  if (typeof input !== 'string' || input.length > 500) return null
  const base = 'http://shutten.invalid'
  if (!URL.canParse(input, base)) return null
  const { origin, pathname, search } = new URL(input, base)
  const inside = places.some((place) => pathname === place || (place !== '/' && pathname.startsWith(`${place}/`)))
  return origin === base && inside && !pathname.startsWith('//') ? `${pathname}${search}` : null
}
