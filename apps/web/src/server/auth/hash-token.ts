import { createHash } from 'node:crypto'

/** sha256 (hex) of a session token or API key. They are random, so that a fast hash is enough. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex')
}
