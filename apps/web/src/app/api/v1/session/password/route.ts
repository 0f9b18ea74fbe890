import { ShuttenError } from '@shutten/core'
import { z } from 'zod'
import { newPassword } from '@/server/auth/account-input'
import { assertChangeable } from '@/server/auth/assert-changeable'
import { clientAddress } from '@/server/auth/client-address'
import { getOwnSession } from '@/server/auth/get-own-session'
import { getSignInLimits } from '@/server/auth/get-sign-in-limits'
import { hashPassword } from '@/server/auth/hash-password'
import { serializeSessionCookie } from '@/server/auth/session-cookie'
import { startSession } from '@/server/auth/start-session'
import { verifyPassword } from '@/server/auth/verify-password'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

/** The own password, changed by who knows the old one; all other sessions end. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  PUT: apiHandler({
    access: 'PUT /api/v1/session/password',
    body: z.object({ current: z.string().max(1000), next: newPassword }),
    handle: async ({ server, body, principal, request: { headers }, note }) => {
      const { accounts, fixedAccount } = server
      const account = await accounts.get(getOwnSession(principal).accountId)
      assertChangeable({ account, fixedAccount })
      const address = clientAddress(headers)
      const guesses = getSignInLimits().byAddress
      const guesser = `${account.name}\n${address}`
      guesses.take(guesser)
      if (!(await verifyPassword({ password: body.current, passwordHash: account.passwordHash })))
        throw new ShuttenError({
          code: 'PASSWORD_WRONG',
          message: 'The current password is wrong.',
          suggestion: 'Type it again. Who has forgotten it asks an admin for a new one.',
        })
      guesses.reset(guesser)
      await accounts.setPassword(account.id, await hashPassword(body.next))
      const changed = await accounts.get(account.id)
      const userAgent = headers.get('user-agent')
      const { token, expiresAt } = await startSession({ accounts, account: changed, address, userAgent })
      note({ target: account.name })
      return Response.json(
        { expiresAt: expiresAt.toISOString() },
        { headers: { 'Cache-Control': 'no-store', 'Set-Cookie': serializeSessionCookie({ token, headers }) } },
      )
    },
  }),
})
