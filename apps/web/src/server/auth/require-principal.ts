import { authorizePage } from './authorize-page'
import type { Principal } from './find-principal'

/** Who is signed in and may see a page of the administration, by the table of access; everyone else is sent to the sign-in and comes back to this path. */
export async function requirePrincipal(path: string): Promise<Principal> {
  const principal = await authorizePage(path)
  if (principal === null) throw new Error(`The page ${path} is open to everyone by the table of access.`)
  return principal
}
