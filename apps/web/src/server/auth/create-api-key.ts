import { randomBytes } from 'node:crypto'
import type { AccountRepository, Role } from '@shutten/core'
import { hashToken } from './hash-token'

/** Makes an API key. The key itself is given here and never again: only its hash is kept. */
export async function createApiKey(options: {
  accounts: AccountRepository
  name: string
  role: Role
}): Promise<{ id: string; key: string }> {
  const key = `sk_${randomBytes(32).toString('base64url')}`
  const { id } = await options.accounts.createApiKey({
    name: options.name,
    role: options.role,
    tokenHash: hashToken(key),
  })
  return { id, key }
}
