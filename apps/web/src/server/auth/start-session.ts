import { randomBytes } from 'node:crypto'
import type { Account, AccountRepository } from '@shutten/core'
import { hashToken } from './hash-token'
import { passwordStamp } from './password-stamp'

/** How long a session lives, in seconds. */
export const sessionSeconds = 14 * 24 * 60 * 60

/** A session of who has shown who they are; the token goes into the cookie, its hash into the records. */
export async function startSession(options: {
  accounts: AccountRepository
  account: Account
  address: string | null
  userAgent: string | null
}): Promise<{ token: string; expiresAt: Date }> {
  const { accounts, account, address, userAgent } = options
  const token = `${randomBytes(32).toString('base64url')}.${passwordStamp(account.passwordHash)}`
  const expiresAt = new Date(Date.now() + sessionSeconds * 1000)
  await accounts.createSession({ accountId: account.id, tokenHash: hashToken(token), expiresAt, address, userAgent })
  return { token, expiresAt }
}
