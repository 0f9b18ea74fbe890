import { keyScopes, toScopes } from '@shutten/core'
import { z } from 'zod'
import { roleInput } from '@/server/auth/account-input'
import { createApiKey } from '@/server/auth/create-api-key'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

const headers = { 'Cache-Control': 'no-store' }

const bodySchema = z.object({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.enum(keyScopes)).min(1).max(keyScopes.length).optional(),
  /** In place of scopes: those that do what the role does. */
  role: roleInput.default('admin'),
  expiresAt: z.iso
    .datetime({ offset: true })
    .refine((time) => Date.parse(time) > Date.now(), 'must lie in the future')
    .nullable()
    .default(null),
})

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  GET: apiHandler({
    access: 'GET /api/v1/api-keys',
    handle: async ({ server }) => Response.json({ keys: await server.accounts.listApiKeys() }, { headers }),
  }),
  POST: apiHandler({
    access: 'POST /api/v1/api-keys',
    body: bodySchema,
    handle: async ({ server, body, principal, note }) => {
      const { name, role, expiresAt } = body
      const scopes = [...new Set(body.scopes ?? toScopes(role))]
      const made = await createApiKey({
        ...{ accounts: server.accounts, name, scopes },
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
        createdBy: principal?.name ?? null,
      })
      note({ target: name, details: { prefix: made.prefix, scopes: scopes.join(' '), expiresAt } })
      return Response.json({ ...made, name, scopes, expiresAt }, { status: 201, headers })
    },
  }),
})
