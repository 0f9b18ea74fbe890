import type { AccountRepository, ConversationRepository } from '@shutten/core'
import { findPrincipal } from '../auth/find-principal'
import { accountOwner } from './account-owner'
import { hashOwner } from './hash-owner'
import { isSessionToken } from './session-cookie'

/**
 * Whose conversations a request is about: the account's that is signed in, else the visitor's; null for one without a session.
 * What a visitor asked before signing in goes with them to the account, and stays with it when they sign out.
 *
 * @param options.token of the visitor's session
 */
export async function resolveOwner(options: {
  headers: Headers
  token: string | undefined
  accounts: AccountRepository
  conversations: Pick<ConversationRepository, 'list' | 'transfer'>
}): Promise<string | null> {
  const { headers, token, accounts, conversations } = options
  const visitor = isSessionToken(token) ? hashOwner(token) : null
  const principal = await findPrincipal({ headers, accounts })
  if (principal?.kind !== 'session') return visitor
  const owner = accountOwner(principal.accountId)
  // Nearly always there is nothing to move, and a look does not keep writers waiting.
  if (visitor !== null && (await conversations.list({ owner: visitor, limit: 1 })).total > 0)
    await conversations.transfer({ from: visitor, to: owner })
  return owner
}
