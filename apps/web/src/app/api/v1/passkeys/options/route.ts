import { ShuttenError } from '@shutten/core'
import { z } from 'zod'
import { clientAddress } from '@/server/auth/client-address'
import { getOwnSession } from '@/server/auth/get-own-session'
import { getSignInLimits } from '@/server/auth/get-sign-in-limits'
import { verifyPassword } from '@/server/auth/verify-password'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { beginRegistration } from '@/server/passkeys/begin-registration'
import { findRelyingParty } from '@/server/passkeys/find-relying-party'
import { getChallenges } from '@/server/passkeys/get-challenges'

/** What the browser needs to make a passkey, for who knows the password: a stolen session alone does not get to stay. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/passkeys/options',
    body: z.strictObject({ current: z.string().max(1000) }),
    handle: async ({ server: { accounts, passkeys, origin }, principal, body, request: { headers } }) => {
      const session = getOwnSession(principal)
      const party = findRelyingParty({ headers, configured: origin })
      const { name, passwordHash } = await accounts.get(session.accountId)
      const guesses = getSignInLimits().byAddress
      const guesser = `${name}\n${clientAddress(headers)}`
      guesses.take(guesser)
      if (!(await verifyPassword({ password: body.current, passwordHash })))
        throw new ShuttenError({
          code: 'PASSWORD_WRONG',
          message: 'The current password is wrong.',
          suggestion: 'Type it again. Who has forgotten it asks an admin for a new one.',
        })
      guesses.reset(guesser)
      const options = await beginRegistration({ passkeys, challenges: getChallenges(), party, session })
      return Response.json(options, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
