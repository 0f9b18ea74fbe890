import { z } from 'zod'
import { accountName, newPassword, roleInput } from '@/server/auth/account-input'
import { hashPassword } from '@/server/auth/hash-password'
import { makePassword } from '@/server/auth/make-password'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const headers = { 'Cache-Control': 'no-store' }

/** Who may sign in. A password that is not given is made, and told here only. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/accounts',
    handle: async ({ server }) => Response.json({ accounts: await server.accounts.list() }, { headers }),
  }),
  POST: apiHandler({
    access: 'POST /api/v1/accounts',
    body: z.object({ name: accountName, role: roleInput, password: newPassword.optional() }),
    handle: async ({ server, body, note }) => {
      const { name, role } = body
      const password = body.password ?? makePassword()
      const { id } = await server.accounts.create({ name, role, passwordHash: await hashPassword(password) })
      note({ target: name, details: { role } })
      const made = body.password === undefined ? { password } : {}
      return Response.json({ id, name, role, ...made }, { status: 201, headers })
    },
  }),
})
