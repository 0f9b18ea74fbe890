import { searchRequestSchema } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { handleSearch } from '@/server/search/handle-search'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({ access: 'POST /api/v1/search', body: searchRequestSchema, handle: handleSearch }),
})
