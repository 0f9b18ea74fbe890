import { isShuttenError } from '@shutten/core'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getServer } from '../get-server'
import { authorize } from './authorize'
import { findPageAccess } from './find-page-access'
import type { Principal } from './find-principal'

/**
 * Who opens a page, by the table of access. Who has to sign in first is sent there and comes back to this path; who
 * may not see it, to the own account, which says so.
 */
export async function authorizePage(path: string): Promise<Principal | null> {
  const access = findPageAccess(path)
  // A page is opened by a person: a key does not count, whatever else the request carries does.
  const head = new Headers(await headers())
  head.delete('authorization')
  try {
    return await authorize({
      request: { headers: head, method: 'GET' },
      server: await getServer(),
      access,
    })
  } catch (error) {
    if (isShuttenError(error) && error.code === 'UNAUTHENTICATED') redirect(`/sign-in?next=${encodeURIComponent(path)}`)
    if (isShuttenError(error) && error.code === 'FORBIDDEN') redirect('/account?denied=1')
    throw error
  }
}
