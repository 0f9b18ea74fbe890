import type { ExtractedDocument, Language } from '@shutten/core'
import { dsvFormat } from 'd3-dsv'
import { extractLangChainDocuments } from './extract-langchain-documents.js'

/**
 * Reads a CSV file (separated by commas, semicolons or tabs, with its column names in the first line): one row is one
 * block of lines `column: value`, with the row as its place.
 *
 * Errors: SOURCE_EMPTY, SOURCE_UNREADABLE.
 */
export async function extractCsv(options: {
  text: string
  uri: string
  title?: string
  language?: Language
  tags?: readonly string[]
}): Promise<ExtractedDocument> {
  const { text, ...rest } = options
  const { csv, names, rowNumbers } = normalizeCsv(text)
  // Loaded when a CSV file is met: the package takes a second that no other source should wait for.
  const { CSVLoader } = await import('@langchain/community/document_loaders/fs/csv')
  const loader = new CSVLoader(new Blob([csv]))
  const empty = new Set(names.map((name) => `${name}: `))
  return extractLangChainDocuments({
    loader: {
      load: async () =>
        (await loader.load()).map((document) => ({
          ...document,
          pageContent: document.pageContent
            .split('\n')
            .filter((line) => !empty.has(line))
            .join('\n'),
        })),
    },
    kind: 'table-row',
    getPlace: (at) => ({ row: rowNumbers[at] ?? at + 2 }),
    ...rest,
  })
}

/**
 * What the loader takes for granted: commas, rows as long as the head (it writes "undefined" for missing cells),
 * and column names that differ (of two alike it keeps the last).
 */
function normalizeCsv(text: string): { csv: string; names: string[]; rowNumbers: number[] } {
  const [head = [], ...rows] = dsvFormat(findSeparator(text)).parseRows(text.trim())
  const columns = rows.reduce((most, row) => Math.max(most, row.length), head.length)
  const names: string[] = []
  for (let at = 0; at < columns; at++) {
    const name = head[at]?.trim().replace(/\s+/gu, ' ') || `${at + 1}`
    names.push(names.includes(name) ? `${name} (${at + 1})` : name)
  }
  const filled = rows
    .map((cells, at) => ({ cells, row: at + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim()))
  const whole = filled.map(({ cells }) => names.map((_, at) => cells[at] ?? ''))
  return { csv: dsvFormat(',').formatRows([names, ...whole]), names, rowNumbers: filled.map(({ row }) => row) }
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
