import { redirect } from 'next/navigation'
import { findAdmin } from './find-admin'
import type { Principal } from './find-principal'

/** Who is signed in, on an admin page; everyone else is sent to the sign-in and comes back to this path. */
export async function requireAdmin(path: string): Promise<Principal> {
  return (await findAdmin()) ?? redirect(`/sign-in?next=${encodeURIComponent(path)}`)
}
