import { ShuttenError } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { describeSettings, settingsSections } from '@/server/settings/describe-settings'
import { saveSettings } from '@/server/settings/save-settings'
import { saveSettingsSchema } from '@/server/settings/settings-input'

/** One section, saved by who has seen its present version; all settings come back. */
export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  PUT: apiHandler({
    access: 'PUT /api/v1/settings/:section',
    body: saveSettingsSchema,
    handle: async ({ server: { administration }, body, principal, param, note }) => {
      const section = settingsSections.find((name) => name === param('section'))
      if (!section)
        throw new ShuttenError({
          code: 'NOT_FOUND',
          message: 'There are no such settings.',
          suggestion: `Name one of ${settingsSections.join(', ')}.`,
        })
      note(await saveSettings({ administration, section, input: body, savedBy: principal?.name ?? '' }))
      return Response.json(await describeSettings(administration), { headers: { 'Cache-Control': 'no-store' } })
    },
  }),
})
