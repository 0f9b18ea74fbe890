import { randomBytes } from 'node:crypto'
import { type Account, type AccountRepository, ShuttenError } from '@shutten/core'
import type { SignInLimits } from './create-sign-in-limits'
import { hashPassword } from './hash-password'
import { startSession } from './start-session'
import { verifyPassword } from './verify-password'

let decoy: Promise<string> | undefined

/**
 * Checks name and password and starts a session. An unknown name costs the same work as a wrong password.
 * Errors: UNAUTHENTICATED, RATE_LIMITED.
 */
export async function signIn(options: {
  accounts: AccountRepository
  limits: SignInLimits
  name: string
  password: string
  address: string
  /** As the browser names itself. */
  userAgent?: string | null
}): Promise<{ token: string; expiresAt: Date; account: Account }> {
  const { accounts, limits, address } = options
  const name = options.name.normalize('NFC').trim().slice(0, 200)
  const key = `${name}\n${address}`
  limits.byAddress.take(key)
  limits.byName.take(name)
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  const [account, decoyHash] = await Promise.all([accounts.findByName(name), decoy])
  const matches = await verifyPassword({
    password: options.password.slice(0, 1000),
    passwordHash: account?.passwordHash ?? decoyHash,
  })
  if (!account || !matches || account.disabledAt !== null)
    throw new ShuttenError({
      code: 'UNAUTHENTICATED',
      message: 'Name or password is wrong.',
      suggestion: 'Check both; the first password was printed in the terminal when the server first started.',
    })
  limits.byAddress.reset(key)
  limits.byName.reset(name)
  return { ...(await startSession({ accounts, account, address, userAgent: options.userAgent ?? null })), account }
}
