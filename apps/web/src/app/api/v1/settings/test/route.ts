import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { trySettingsSchema } from '@/server/settings/settings-input'
import { trySettings } from '@/server/settings/try-settings'

/** Answers a question with settings that need not be saved; nothing of it is kept. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/settings/test',
    body: trySettingsSchema,
    handle: async ({ server: { administration }, body, request: { signal } }) =>
      Response.json(await trySettings({ administration, input: body, signal }), {
        headers: { 'Cache-Control': 'no-store' },
      }),
  }),
})
