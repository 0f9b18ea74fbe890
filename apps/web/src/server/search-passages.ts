import { isShuttenError, type SearchResult } from '@shutten/core'
import type { ShuttenServer } from './shutten-server'

/** Passages for a reader's search; none where there is nothing to search by or in. */
export async function searchPassages(options: {
  server: ShuttenServer
  query: string
  k: number
}): Promise<SearchResult[]> {
  try {
    return (await options.server.search({ query: options.query, k: options.k })).results
  } catch (error) {
    const nothing = ['QUESTION_EMPTY', 'INDEX_EMPTY', 'GENERATION_NOT_FOUND']
    if (isShuttenError(error) && nothing.includes(error.code)) return []
    throw error
  }
}
