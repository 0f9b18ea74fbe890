import { z } from 'zod'
import { roleInput } from '@/server/auth/account-input'
import { assertChangeable } from '@/server/auth/assert-changeable'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { accountOwner } from '@/server/session/account-owner'

const headers = { 'Cache-Control': 'no-store' }

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  PATCH: apiHandler({
    access: 'PATCH /api/v1/accounts/:id',
    body: z
      .strictObject({ role: roleInput.optional(), disabled: z.boolean().optional() })
      .refine((changes) => Object.keys(changes).length > 0, 'must name role or disabled'),
    handle: async ({ server, param, body, note }) => {
      const { accounts, fixedAccount } = server
      const account = await accounts.get(param('id'))
      assertChangeable({ account, fixedAccount })
      const { role, disabled } = body
      const changed = await accounts.change(account.id, {
        ...(role && { role }),
        ...(disabled !== undefined && { isDisabled: disabled }),
      })
      note({
        target: account.name,
        details: { ...(role && { role, before: account.role }), ...(disabled !== undefined && { disabled }) },
      })
      const { passwordHash: _, ...told } = changed
      return Response.json(told, { headers })
    },
  }),
  DELETE: apiHandler({
    access: 'DELETE /api/v1/accounts/:id',
    handle: async ({ server, param, note }) => {
      const { accounts, conversations, fixedAccount } = server
      assertChangeable({ account: await accounts.get(param('id')), fixedAccount })
      const { id, name, role } = await accounts.remove(param('id'))
      await conversations.removeAll({ owner: accountOwner(id) })
      note({ target: name, details: { role } })
      return Response.json({ removed: id }, { headers })
    },
  }),
})
