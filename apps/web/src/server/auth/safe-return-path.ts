/** Where to go after the sign-in: a path of the admin pages; anything else, above all another site, becomes /admin. */
export function safeReturnPath(input: unknown): string {
  if (typeof input !== 'string' || input.length > 500) return '/admin'
  const base = 'http://shutten.invalid'
  if (!URL.canParse(input, base)) return '/admin'
  const url = new URL(input, base)
  const inside = url.origin === base && (url.pathname === '/admin' || url.pathname.startsWith('/admin/'))
  return inside ? `${url.pathname}${url.search}` : '/admin'
}
