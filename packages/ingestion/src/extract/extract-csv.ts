import type { ExtractedDocument, Language } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { dsvFormat } from 'd3-dsv'
import { createDocumentBuilder } from './document-builder.js'
import { formatRecord } from './format-record.js'
import { getTitleFromUri } from './get-title-from-uri.js'

/**
 * Reads a CSV file (separated by commas, semicolons or tabs, with its column names in the first line): one row is one
 * block in which each value has the name of its column, with the row as its place.
 *
 * Errors: SOURCE_EMPTY.
 */
export async function extractCsv(options: {
  text: string
  uri: string
  title?: string
  language?: Language
  tags?: readonly string[]
}): Promise<ExtractedDocument> {
  const { text, uri, tags } = options
  const { names, rows } = readRows(text)
  const language = options.language ?? detectLanguage(text)
  const builder = createDocumentBuilder()
  for (const { values, row } of rows)
    builder.add({ kind: 'table-row', text: formatRecord({ names, values, language }), place: { row } })
  return builder.finish({
    uri,
    title: options.title?.trim() || getTitleFromUri(uri),
    language,
    ...(tags && { tags }),
  })
}

/** Rows with something in them, as a spreadsheet numbers them; columns that have no name, or that of another, get one. */
function readRows(text: string): { names: string[]; rows: { values: string[]; row: number }[] } {
  const [head = [], ...rows] = dsvFormat(findSeparator(text)).parseRows(text.trim())
  const columns = rows.reduce((most, row) => Math.max(most, row.length), head.length)
  const names: string[] = []
  for (let at = 0; at < columns; at++) {
    const name = head[at]?.trim().replace(/\s+/gu, ' ') || `${at + 1}`
    names.push(names.includes(name) ? `${name} (${at + 1})` : name)
  }
  const filled = rows
    .map((values, at) => ({ values, row: at + 2 }))
    .filter(({ values }) => values.some((value) => value.trim()))
  return { names, rows: filled }
}

function findSeparator(text: string): string {
  const head =
    text
      .trimStart()
      .split('\n', 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? ''
  const count = (separator: string) => head.split(separator).length
  return [',', '\t', ';'].reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}
