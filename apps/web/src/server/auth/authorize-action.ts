import { headers } from 'next/headers'
import { getServer } from '../get-server'
import type { Access } from './access'
import { type AccessName, accessTable } from './access-table'
import { authorize } from './authorize'
import type { Principal } from './find-principal'

type ActionName = AccessName extends infer Name ? (Name extends `action ${infer Action}` ? Action : never) : never

/** Who submits a server action, by the table of access. Errors: UNAUTHENTICATED, FORBIDDEN. */
export async function authorizeAction(name: ActionName): Promise<Principal | null> {
  const access: Access = accessTable[`action ${name}`]
  return authorize({ request: { headers: await headers(), method: 'POST' }, server: await getServer(), access })
}
