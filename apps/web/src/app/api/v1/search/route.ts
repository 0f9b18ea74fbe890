import { searchRequestSchema } from '@shutten/core'
import { apiHandler } from '@/server/http/api-handler'
import { createRoute } from '@/server/http/create-route'
import { handleSearch } from '@/server/search/handle-search'

export const { GET, POST, PUT, PATCH, DELETE } = createRoute({
  POST: apiHandler({ access: 'everyone', body: searchRequestSchema, handle: handleSearch }),
})
