import { z } from 'zod'
import { createApiKey } from '@/server/auth/create-api-key'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: ['admin'],
    body: z.object({
      name: z.string().trim().min(1).max(100),
      role: z.enum(['reader', 'editor', 'admin']).default('admin'),
    }),
    handle: async ({ server, body }) =>
      Response.json(await createApiKey({ accounts: server.accounts, ...body }), {
        status: 201,
        headers: { 'Cache-Control': 'no-store' },
      }),
  }),
})
