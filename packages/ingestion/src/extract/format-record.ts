import type { Language } from '@shutten/core'
import { formatTableRow } from './format-table-row.js'
import { nameValues } from './name-values.js'

/** A value that is longer, or more than a word or two, is read as text of its own. */
const longestValue = 80
const isProse = (value: string) => value.length > longestValue || /[。．！？]|[.!?](?:\s|$)|\n/u.test(value)

/**
 * A record of a sheet or a CSV file. One of short values is a line that stands for itself, as a row of any table; one that
 * holds sentences has a line `column: value` for each value. Empty values are left out.
 */
export function formatRecord(options: {
  names: readonly string[]
  values: readonly string[]
  language: Language
}): string {
  if (!options.values.some((value) => isProse(value.trim()))) return formatTableRow(options)
  return nameValues(options).join('\n')
}
