import type { PasskeyRepository } from '@shutten/core'
import { ShuttenError } from '@shutten/core'
import { generateRegistrationOptions } from '@simplewebauthn/server'
import type { Principal } from '../auth/find-principal'
import { type Challenges, challengeMs } from './create-challenges'
import type { RelyingParty } from './find-relying-party'

/** Passkeys of one account, at most. */
const maxPasskeys = 20

/** What the browser needs to make a passkey that can be found without a name. Errors: PASSKEY_REFUSED, for one too many. */
export async function beginRegistration(options: {
  passkeys: PasskeyRepository
  challenges: Challenges
  party: RelyingParty
  session: Extract<Principal, { kind: 'session' }>
}) {
  const { passkeys, challenges, party, session } = options
  const { accountId, sessionId, name } = session
  const known = await passkeys.listCredentials(accountId)
  if (known.length >= maxPasskeys)
    throw new ShuttenError({
      code: 'PASSKEY_REFUSED',
      message: `An account has ${maxPasskeys} passkeys at most.`,
      suggestion: 'Remove one that is not used any more.',
    })
  const made = await generateRegistrationOptions({
    rpName: 'Shutten',
    rpID: party.id,
    userName: name,
    userID: new TextEncoder().encode(accountId),
    timeout: challengeMs,
    // Who made the authenticator is nothing that this server decides by.
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
  challenges.put(made.challenge, { rpId: party.id, sessionId })
  return made
}
