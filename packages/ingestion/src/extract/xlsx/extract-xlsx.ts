import type { ExtractedDocument } from '@shutten/core'
import { ShuttenError, toAbortError } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { openZip } from '../../archive/open-zip.js'
import { repackZip } from '../../archive/repack-zip.js'
import { createDocumentBuilder } from '../document-builder.js'
import type { ExtractorOptions } from '../extractor-options.js'
import { getTitleFromUri } from '../get-title-from-uri.js'
import { readCoreProperties } from '../office/read-core-properties.js'
import { findSheetBlocks } from './find-sheet-blocks.js'
import { readSheetRows } from './read-sheet-rows.js'

/**
 * Reads an Excel workbook (OOXML): each sheet is a section under its name, each row a block as CSV files
 * give it, with sheet and row as its place. Numbers and dates are as shown; formulas are not calculated, their
 * stored results are read. Hidden sheets, comments and charts are left out; hidden rows, as filters leave them, are in.
 *
 * Errors: SOURCE_EMPTY, SOURCE_UNREADABLE, SOURCE_ENCRYPTED, SOURCE_UNPACKED_TOO_LARGE, SOURCE_PATH_UNSAFE, CANCELLED.
 */
export async function extractXlsx(options: ExtractorOptions): Promise<ExtractedDocument> {
  const { uri, signal } = options
  const zip = await openZip(options)
  const properties = await readCoreProperties({ zip, uri })
  // The parts with text as a new archive: nothing unpacks behind the back of the budget, and pictures stay packed.
  const packed = await repackZip({ zip, accepts: (path) => /\.(?:xml|rels|bin)$/i.test(path) })
  // Loaded when a workbook is met.
  const { default: xlsx } = await import('@e965/xlsx')
  if (signal?.aborted) throw toAbortError(signal)
  const workbook = read(
    () => xlsx.read(packed, { dense: true, cellNF: true, cellHTML: false, cellFormula: false }),
    uri,
  )
  const builder = createDocumentBuilder()
  const is1904 = workbook.Workbook?.WBProps?.date1904 === true
  workbook.SheetNames.forEach((name, at) => {
    const sheet = workbook.Sheets[name]
    if (!sheet || workbook.Workbook?.Sheets?.[at]?.Hidden) return
    const blocks = findSheetBlocks(readSheetRows({ sheet, is1904 }))
    const [first] = blocks
    if (!first) return
    builder.add({ kind: 'heading', level: 1, text: name, place: { sheet: name, row: first.row } })
    for (const { kind, text, row } of blocks) builder.add({ kind, text, place: { sheet: name, row } })
  })
  return builder.finish({
    uri,
    title: options.title?.trim() || properties.title || getTitleFromUri(uri),
    language: options.language ?? detectLanguage(builder.getText()),
    tags: [...properties.tags, ...(options.tags ?? [])],
  })
}

function read<Result>(parse: () => Result, uri: string): Result {
  try {
    return parse()
  } catch (error) {
    throw new ShuttenError({
      code: 'SOURCE_UNREADABLE',
      message: `${uri} cannot be read as an Excel workbook: ${error instanceof Error ? error.message : String(error)}.`,
      suggestion: 'Open it in Excel or LibreOffice, and save it again.',
      cause: error,
    })
  }
}
