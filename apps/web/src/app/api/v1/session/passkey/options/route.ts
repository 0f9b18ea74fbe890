import { generateAuthenticationOptions } from '@simplewebauthn/server'
import { clientAddress } from '@/server/auth/client-address'
import { getSignInLimits } from '@/server/auth/get-sign-in-limits'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { challengeMs } from '@/server/passkeys/create-challenges'
import { findRelyingParty } from '@/server/passkeys/find-relying-party'
import { getChallenges } from '@/server/passkeys/get-challenges'

/** What the browser needs to sign in by any passkey that it has of this host. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/session/passkey/options',
    handle: async ({ server: { origin }, request: { headers } }) => {
      const { id: rpId } = findRelyingParty({ headers, configured: origin })
      getSignInLimits().byName.take(`passkey options\n${clientAddress(headers)}`)
      const options = await generateAuthenticationOptions({
        ...{ rpID: rpId, allowCredentials: [], userVerification: 'preferred', timeout: challengeMs },
      })
      getChallenges().put(options.challenge, { rpId, sessionId: null })
      return Response.json(options, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
