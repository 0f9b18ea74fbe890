/**
 * The address that the nearest hop saw: the last of X-Forwarded-For (the server itself writes it when nothing stands
 * before it). Earlier entries are whatever the client claims.
 */
export function clientAddress(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown'
}
