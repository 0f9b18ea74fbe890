import { createHash } from 'node:crypto'

/** A mark of the password's hash that session tokens end in: with a changed password, earlier sessions are worth nothing. */
export function passwordStamp(passwordHash: string): string {
  return createHash('sha256').update(passwordHash, 'utf8').digest('base64url').slice(0, 16)
}
