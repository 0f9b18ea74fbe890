import { headers } from 'next/headers'
import { getServer } from '../get-server'
import { findPrincipal, type Principal } from './find-principal'

/** Who is signed in and may see the admin pages, or null. */
export async function findAdmin(): Promise<Principal | null> {
  const { accounts } = await getServer()
  const principal = await findPrincipal({ headers: await headers(), accounts })
  return principal && principal.role !== 'reader' ? principal : null
}
