import type { AccountRepository } from '@shutten/core'
import { hashToken } from './hash-token'

/** Ends a session: its token is worth nothing afterwards. */
export async function signOut(options: { accounts: AccountRepository; token: string | null }): Promise<void> {
  if (options.token) await options.accounts.removeSession(hashToken(options.token))
}
