import { randomBytes } from 'node:crypto'
import type { AccountRepository, KeyScope } from '@shutten/core'
import { hashToken } from './hash-token'

/** Makes an API key. The key itself is given here and never again: only its hash and how it begins are kept. */
export async function createApiKey(options: {
  accounts: AccountRepository
  name: string
  scopes: readonly KeyScope[]
  expiresAt?: Date | null
  createdBy?: string | null
}): Promise<{ id: string; key: string; prefix: string }> {
  const { accounts, ...rest } = options
  const key = `sk_${randomBytes(32).toString('base64url')}`
  const prefix = key.slice(0, 9)
  const { id } = await accounts.createApiKey({ ...rest, prefix, tokenHash: hashToken(key) })
  return { id, key, prefix }
}
