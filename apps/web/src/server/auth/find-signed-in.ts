import { headers } from 'next/headers'
import { cache } from 'react'
import { getServer } from '../get-server'
import { findPrincipal, type Principal } from './find-principal'
import { readSessionToken } from './read-session-token'

/** Whose session this page is rendered for, or null. */
export const findSignedIn = cache(async (): Promise<Extract<Principal, { kind: 'session' }> | null> => {
  const head = await headers()
  if (readSessionToken(head) === null) return null
  const { accounts } = await getServer()
  const principal = await findPrincipal({ headers: head, accounts })
  return principal?.kind === 'session' ? principal : null
})
