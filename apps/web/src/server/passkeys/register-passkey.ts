import { type PasskeyRepository, type PasskeySummary, ShuttenError } from '@shutten/core'
import { verifyRegistrationResponse } from '@simplewebauthn/server'
import type { z } from 'zod'
import type { Principal } from '../auth/find-principal'
import type { Challenges } from './create-challenges'
import type { RelyingParty } from './find-relying-party'
import type { registrationSchema } from './passkey-input'

/** Keeps a passkey that the browser has made for this session. Errors: PASSKEY_REFUSED. */
export async function registerPasskey(options: {
  passkeys: PasskeyRepository
  challenges: Challenges
  party: RelyingParty
  session: Extract<Principal, { kind: 'session' }>
  name: string
  response: z.infer<typeof registrationSchema>
}): Promise<PasskeySummary> {
  const { passkeys, challenges, party, session, name, response } = options
  const verified = await verifyRegistrationResponse({
    response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
    expectedChallenge(challenge) {
      const made = challenges.take(challenge)
      return made?.sessionId === session.sessionId && made.rpId === party.id
    },
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: false,
  }).catch((cause: unknown) => {
    throw refused(cause)
  })
  if (!verified.verified) throw refused()
  const { credential, credentialDeviceType } = verified.registrationInfo
  return passkeys.create({
    accountId: session.accountId,
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: response.response.transports ?? [],
    name,
    isSynced: credentialDeviceType === 'multiDevice',
    rpId: party.id,
  })
}

function refused(cause?: unknown): ShuttenError {
  return new ShuttenError({
    code: 'PASSKEY_REFUSED',
    message: 'The passkey was not accepted: it is not an answer to what this page has asked.',
    suggestion: 'Begin again; after five minutes a new request is needed.',
    ...(cause !== undefined && { cause }),
  })
}
