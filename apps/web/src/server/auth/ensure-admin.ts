import type { AccountRepository } from '@shutten/core'
import { adminName } from './admin-name'
import { hashPassword } from './hash-password'
import { makePassword } from './make-password'
import { verifyPassword } from './verify-password'

/**
 * Sees to it that the admin's account is there, and can sign in where its password is configured. That one is hashed when it is new or changed; without
 * one, a password is made on first start only.
 * Returns the made password, to be shown once; null when none was made.
 */
export async function ensureAdmin(options: {
  accounts: AccountRepository
  /** From configuration; absent or empty: make one. */
  password?: string | undefined
}): Promise<{ madePassword: string | null }> {
  const { accounts, password } = options
  const account = await accounts.findByName(adminName)
  if (password) {
    const known =
      account?.role === 'admin' &&
      account.disabledAt === null &&
      (await verifyPassword({ password, passwordHash: account.passwordHash }))
    if (!known) await accounts.save({ name: adminName, role: 'admin', passwordHash: await hashPassword(password) })
    return { madePassword: null }
  }
  // Who has removed this account has made another admin before.
  if ((await accounts.count()) > 0) return { madePassword: null }
  const madePassword = makePassword()
  await accounts.save({ name: adminName, role: 'admin', passwordHash: await hashPassword(madePassword) })
  return { madePassword }
}
