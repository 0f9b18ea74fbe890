import { parseQuestion, parseSearchFilters, type SearchFilters, ShuttenError } from '@shutten/core'
import type { SearchOptions } from './search-options.js'

/**
 * What a caller asks of a search, checked, with what it left out.
 * Errors: QUESTION_EMPTY, QUESTION_TOO_LONG, FILTER_INVALID, INPUT_INVALID.
 */
export function parseSearchOptions(options: SearchOptions): {
  query: string
  k: number
  filters: SearchFilters | null
  rerank: boolean
} {
  const { k = 10, rerank = true, rerankBudgetMs } = options
  const query = parseQuestion(options.query)
  if (!Number.isInteger(k) || k < 1 || k > 100)
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: `k is ${k}; it must be a whole number from 1 to 100.`,
      suggestion: 'Ask for between 1 and 100 results.',
    })
  if (rerankBudgetMs !== undefined && !(Number.isFinite(rerankBudgetMs) && rerankBudgetMs >= 0))
    throw new ShuttenError({
      code: 'INPUT_INVALID',
      message: `The time for reranking is ${rerankBudgetMs}; it must be 0 milliseconds or more.`,
      suggestion: 'Give the budget in milliseconds, or leave it out for none.',
    })
  return { query, k, filters: parseSearchFilters(options.filters), rerank }
}
