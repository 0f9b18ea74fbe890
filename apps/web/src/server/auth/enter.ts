import { type AccountRepository, isShuttenError } from '@shutten/core'
import type { AuditLog } from '../audit/create-audit-log'
import { recordChange } from '../audit/record-change'
import { clientAddress } from './client-address'
import { getSignInLimits } from './get-sign-in-limits'
import { signIn } from './sign-in'

/**
 * Signs in who sends name and password with a request, and has it in the audit log. A refusal is there only for a name
 * that there is: what else is typed as a name may be a password. Errors: UNAUTHENTICATED, RATE_LIMITED.
 */
export async function enter(options: {
  server: { accounts: AccountRepository; audit: Pick<AuditLog, 'record'> }
  headers: Headers
  name: string
  password: string
}): Promise<Awaited<ReturnType<typeof signIn>>> {
  const { server, headers, name, password } = options
  const { accounts, audit } = server
  const record = (action: string, target: string) =>
    recordChange({ audit, action, headers, principal: null, note: { target } })
  try {
    const userAgent = headers.get('user-agent')
    const address = clientAddress(headers)
    const session = await signIn({ accounts, limits: getSignInLimits(), name, password, address, userAgent })
    await record('session.start', session.account.name)
    return session
  } catch (error) {
    if (isShuttenError(error) && error.code === 'UNAUTHENTICATED') {
      const account = await accounts.findByName(name.normalize('NFC').trim())
      if (account) await record('session.refused', account.name)
    }
    throw error
  }
}
