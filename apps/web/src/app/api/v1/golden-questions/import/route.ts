import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { readLimitedBody } from '@/server/http/read-limited-body'
import { importGolden } from '@/server/quality/import-golden'

/** Bytes of the largest dataset: some twenty thousand questions. */
const maxBytes = 10 * 1024 * 1024

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({
    access: 'POST /api/v1/golden-questions/import',
    handle: async ({ request, server, principal, note }) => {
      const text = new TextDecoder().decode(await readLimitedBody({ request, maxBytes }))
      const done = await importGolden({ quality: server.quality, text, by: principal?.name ?? '' })
      note({ target: null, details: { ...done } })
      return Response.json(done)
    },
  }),
})
