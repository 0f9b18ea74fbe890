import { createHash } from 'node:crypto'

/** The owner of conversations: the database never holds the token that opens them. */
export function hashOwner(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
