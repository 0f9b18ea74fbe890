import { assertChangeable } from '@/server/auth/assert-changeable'
import { hashPassword } from '@/server/auth/hash-password'
import { makePassword } from '@/server/auth/make-password'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

/** Makes a new password for who has lost theirs, or for whose device is lost. It is told here only; all sessions and passkeys of the account end. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/accounts/:id/password',
    handle: async ({ server, param, note }) => {
      const { accounts, fixedAccount } = server
      const account = await accounts.get(param('id'))
      assertChangeable({ account, fixedAccount })
      const password = makePassword()
      await accounts.setPassword(account.id, await hashPassword(password))
      const passkeys = await server.passkeys.removeAll(account.id)
      note({ target: account.name, ...(passkeys > 0 && { details: { passkeys } }) })
      return Response.json({ name: account.name, password }, { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
