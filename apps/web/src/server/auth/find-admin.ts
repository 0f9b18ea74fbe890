import { findSignedIn } from './find-signed-in'

/** Who is signed in and may see the admin pages, or null. */
export async function findAdmin() {
  const principal = await findSignedIn()
  return principal && principal.role !== 'reader' ? principal : null
}
