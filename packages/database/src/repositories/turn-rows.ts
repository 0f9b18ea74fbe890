import type { Answer, SearchFilters, StoredTurn } from '@shutten/core'
import { withoutZeros } from './without-zeros.js'

/** The columns of a turn that readers see. */
export interface TurnRow {
  id: string
  question: string
  answer: unknown
  filters: unknown
  createdAt: Date
}

export function toStoredTurn(row: TurnRow): StoredTurn {
  return {
    id: row.id,
    question: withoutZeros(row.question),
    answer: row.answer as Answer,
    filters: row.filters as SearchFilters | null,
    createdAt: row.createdAt.toISOString(),
  }
}
