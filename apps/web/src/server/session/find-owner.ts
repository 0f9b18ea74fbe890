import { cookies, headers } from 'next/headers'
import { getServer } from '../get-server'
import { resolveOwner } from './resolve-owner'
import { sessionCookie } from './session-cookie'

/** The owner that this visitor's session or account stands for, or null before there is one. */
export async function findOwner(): Promise<string | null> {
  const [jar, head, { accounts, conversations }] = await Promise.all([cookies(), headers(), getServer()])
  return resolveOwner({ headers: head, token: jar.get(sessionCookie)?.value, accounts, conversations })
}
