import { z } from 'zod'
import { ShuttenError } from '../errors/shutten-error.js'
import type { Language } from '../language/language.js'
import { getDateRange } from './date-range.js'

/**
 * Narrows what is searched. Parts are joined by AND, the values of one part by OR; an absent part holds nothing back.
 * Dates compare with the document's date (see `Passage.date`).
 */
export interface SearchFilters {
  /** Document ids. */
  documents?: string[]
  /**
   * Beginnings of URIs: a folder, a site, one file. Each ends with its path segment: `file:///a` holds `file:///a` and
   * `file:///a/b.md`, not `file:///ab.md`. Percent-encoded and plain characters are the same.
   */
  sources?: string[]
  languages?: Language[]
  /** Compared as they stand, but for case and width. */
  tags?: string[]
  /** ISO 8601 date or date-time, UTC where it names no offset; this instant and later. */
  from?: string
  /** ISO 8601; before this instant. A date alone means its whole day too: `until: '2026-03-31'` holds the 31st. */
  until?: string
}

const maxValues = 100
const values = (what: string) =>
  z
    .array(z.string().trim().min(1, `an empty ${what}`).max(2_000))
    .min(1, `no ${what}: leave the part out instead`)
    .max(maxValues, `more than ${maxValues} values`)
const date = z.union([z.iso.date(), z.iso.datetime({ offset: true, local: true })], {
  error: 'must be a date like 2026-03-31, or 2026-03-31T09:00:00+09:00',
})

/** For request bodies; `parseSearchFilters` gives the coded error. */
export const searchFiltersSchema = z.strictObject({
  documents: values('document id').optional(),
  sources: values('source').optional(),
  languages: z
    .array(z.enum(['ja', 'en']))
    .min(1)
    .max(2)
    .optional(),
  tags: values('tag').optional(),
  from: date.optional(),
  until: date.optional(),
})

/**
 * Checks filters as they come from outside; an absent or empty value is no filter (`null`).
 * Errors: FILTER_INVALID, naming the part.
 */
export function parseSearchFilters(input: unknown): SearchFilters | null {
  if (input === undefined || input === null) return null
  const parsed = searchFiltersSchema.safeParse(input)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const part = issue?.path.join('.') || 'filters'
    throw createFilterError(
      issue?.code === 'unrecognized_keys'
        ? `There is no filter named ${issue.keys.join(', ')}.`
        : `The filter ${part} is not valid: ${issue?.message}.`,
    )
  }
  const filters = Object.fromEntries(Object.entries(parsed.data).filter(([, value]) => value !== undefined))
  const { from, until } = parsed.data
  const { first, before } = getDateRange(parsed.data)
  if (from && until && first >= before)
    throw createFilterError(`The filter's dates are in the wrong order: from ${from} until ${until}.`)
  return Object.keys(filters).length > 0 ? (filters as SearchFilters) : null
}

function createFilterError(message: string): ShuttenError {
  return new ShuttenError({
    code: 'FILTER_INVALID',
    message,
    suggestion:
      'Filter by documents, sources, languages (ja, en), tags, from and until, each a list of texts or a date; leave out what should not narrow the search.',
  })
}
