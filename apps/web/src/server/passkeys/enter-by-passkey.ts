import {
  type Account,
  type AccountRepository,
  isShuttenError,
  type Passkey,
  type PasskeyRepository,
  ShuttenError,
} from '@shutten/core'
import { verifyAuthenticationResponse } from '@simplewebauthn/server'
import type { z } from 'zod'
import type { AuditLog } from '../audit/create-audit-log'
import { recordChange } from '../audit/record-change'
import { clientAddress } from '../auth/client-address'
import { getSignInLimits } from '../auth/get-sign-in-limits'
import { startSession } from '../auth/start-session'
import type { Challenges } from './create-challenges'
import type { RelyingParty } from './find-relying-party'
import type { authenticationSchema } from './passkey-input'

type Response = z.infer<typeof authenticationSchema>

/**
 * Signs in who sends the answer of a passkey, and has it in the audit log; a refusal too, where the passkey is known.
 * Errors: UNAUTHENTICATED, RATE_LIMITED.
 */
export async function enterByPasskey(options: {
  server: { accounts: AccountRepository; passkeys: PasskeyRepository; audit: Pick<AuditLog, 'record'> }
  challenges: Challenges
  party: RelyingParty
  headers: Headers
  response: Response
}): Promise<{ token: string; expiresAt: Date; account: Account }> {
  const { server, challenges, party, headers, response } = options
  const { accounts, passkeys, audit } = server
  const address = clientAddress(headers)
  const limit = getSignInLimits().byAddress
  const guesser = `passkey\n${address}`
  limit.take(guesser)
  const passkey = await passkeys.findByCredential(response.id)
  const account = passkey && (await findAccount(accounts, passkey))
  const record = (action: string, details: Record<string, string>) =>
    recordChange({ audit, action, headers, principal: null, note: { target: account?.name ?? null, details } })
  try {
    if (!passkey || !account) throw refused()
    await verify({ challenges, party, passkey, response, passkeys })
    if (account.disabledAt !== null) throw refused()
  } catch (error) {
    if (account && isShuttenError(error)) await record('session.refused', { by: 'passkey' })
    throw error
  }
  limit.reset(guesser)
  const session = await startSession({ accounts, account, address, userAgent: headers.get('user-agent') })
  await record('session.start', { by: 'passkey' })
  return { ...session, account }
}

async function verify(options: {
  challenges: Challenges
  party: RelyingParty
  passkey: Passkey
  passkeys: PasskeyRepository
  response: Response
}): Promise<void> {
  const { challenges, party, passkey, passkeys, response } = options
  const { userHandle } = response.response
  if (userHandle && Buffer.from(userHandle, 'base64url').toString('utf8') !== passkey.accountId) throw refused()
  const { credentialId: id, publicKey, counter, transports } = passkey
  const result = await verifyAuthenticationResponse({
    response: response as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
    expectedChallenge(challenge) {
      const made = challenges.take(challenge)
      return made?.sessionId === null && made.rpId === party.id
    },
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    credential: { id, publicKey: new Uint8Array(publicKey), counter, transports },
    requireUserVerification: false,
  }).catch((cause: unknown) => {
    throw refused(cause)
  })
  if (!result.verified) throw refused()
  const { newCounter } = result.authenticationInfo
  // Of two signatures with one count, as a copied passkey makes them, the second is too late.
  if (!(await passkeys.noteUse({ id: passkey.id, before: counter, counter: newCounter }))) throw refused()
}

async function findAccount(accounts: AccountRepository, { accountId }: Passkey): Promise<Account | null> {
  try {
    return await accounts.get(accountId)
  } catch (error) {
    if (isShuttenError(error) && error.code === 'ACCOUNT_NOT_FOUND') return null
    throw error
  }
}

function refused(cause?: unknown): ShuttenError {
  return new ShuttenError({
    code: 'UNAUTHENTICATED',
    message: 'This passkey does not sign in here.',
    suggestion: 'Choose another one, or sign in with name and password.',
    ...(cause !== undefined && { cause }),
  })
}
