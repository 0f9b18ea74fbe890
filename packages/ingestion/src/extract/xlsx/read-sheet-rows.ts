import type { CellObject, WorkSheet } from '@e965/xlsx'
import { cleanText } from '../../decode/clean-text.js'
import type { SheetRow } from './find-sheet-blocks.js'
import { formatCell } from './format-cell.js'

// A sheet may claim to merge all of its seventeen thousand million cells.
const maxMergedCells = 1_000_000

/** The rows of a sheet as shown. A value merged over rows stands in each of them; one merged over columns stands once. */
export function readSheetRows(options: { sheet: WorkSheet; is1904: boolean }): SheetRow[] {
  const { sheet, is1904 } = options
  const rows: SheetRow[] = []
  const data: (CellObject | undefined)[][] = sheet['!data'] ?? []
  data.forEach((line, at) => {
    const row: SheetRow = { row: at + 1, cells: [], isText: [], continues: new Set() }
    for (let column = 0; column < (line?.length ?? 0); column++) {
      const cell = line[column]
      row.cells.push(showCell(cell, is1904))
      row.isText.push(cell?.t === 's')
    }
    rows[at] = row
  })
  let left = maxMergedCells
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = rows[s.r]?.cells[s.c] ?? ''
    const isText = rows[s.r]?.isText[s.c] ?? false
    for (let at = s.r; at <= Math.min(e.r, rows.length - 1) && left > 0; at++) {
      left -= 1
      const row = rows[at]
      if (!row) continue
      // An empty row stays one, though a merged cell passes through it.
      if (at > s.r && value && row.cells.some(Boolean)) {
        while (row.cells.length < s.c) {
          row.cells.push('')
          row.isText.push(false)
        }
        row.cells[s.c] = value
        row.isText[s.c] = isText
      }
      for (let column = s.c + 1; column <= e.c && left > 0; column++, left--) (row.continues as Set<number>).add(column)
    }
  }
  return rows.filter(Boolean)
}

function showCell(cell: CellObject | undefined, is1904: boolean): string {
  if (!cell || cell.v === undefined || cell.v === null) return ''
  const shown =
    typeof cell.v === 'number' && cell.t === 'n'
      ? formatCell({ value: cell.v, code: typeof cell.z === 'string' ? cell.z : undefined, is1904 })
      : (cell.w ?? String(cell.v))
  return cleanText(shown).replace(/\s+/gu, ' ').trim()
}
