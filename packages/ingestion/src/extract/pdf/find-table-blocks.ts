import type { Language } from '@shutten/core'
import { formatTableRow } from '../format-table-row.js'
import type { PdfPiece } from './find-lines.js'
import type { PdfLine } from './order-lines.js'

const listMarker = /^(?:[•・‣●○■□▪–*-]|\(?\d{1,3}[.)]?|[(（]\d{1,3}[)）]|[①-⑳]|[a-z][.)])$/u
const figures = /^[\p{N}\p{P}\p{S}\s]+$/u
const minRows = 3

/** How many lines from `at` on are the rows of a table; 0 for none. */
export function measureTable(lines: readonly PdfLine[], at: number): number {
  const first = lines[at] as PdfLine
  let rows = 0
  let end = at
  for (let next = at; next < lines.length; next++) {
    const line = lines[next] as PdfLine
    if (line.column !== first.column || line.page !== first.page) break
    const previous = lines[next - 1]
    if (next > at && previous && line.v - previous.v > 3.5 * line.size) break
    const isRow =
      line.cells.length >= 2 && !(line.cells.length === 2 && listMarker.test(line.cells[0]?.text.trim() ?? ''))
    // A cell that goes on below its row.
    const isRest = next > at && line.cells.length === 1 && line.u0 > first.u0 + first.size
    if (!isRow && !isRest) break
    if (isRow) {
      rows += 1
      end = next + 1
    }
  }
  return rows >= minRows && alignsRows(lines.slice(at, end)) ? end - at : 0
}

/** Most cells begin, end or have their middle where one of the fullest row does. */
function alignsRows(rows: readonly PdfLine[]): boolean {
  const anchors = findAnchors(rows)
  const cells = rows.flatMap((row) => row.cells)
  const near = (a: number, b: number, size: number) => Math.abs(a - b) < size
  const aligned = cells.filter((cell) =>
    anchors.some(
      (anchor) =>
        near(cell.u0, anchor.u0, cell.size) ||
        near(cell.u1, anchor.u1, cell.size) ||
        near(cell.u0 + cell.u1, anchor.u0 + anchor.u1, cell.size),
    ),
  )
  return aligned.length >= cells.length * 0.8
}

function findAnchors(rows: readonly PdfLine[]): PdfPiece[] {
  return rows.reduce<PdfPiece[]>((most, { cells }) => (cells.length > most.length ? cells : most), [])
}

/** The rows of a table as lines that stand for themselves; the first is the head where it names every column. */
export function findTableBlocks(options: { rows: readonly PdfLine[]; language: Language }): {
  text: string
  page: number
}[] {
  const { rows, language } = options
  const anchors = findAnchors(rows)
  const grid: { values: string[]; page: number }[] = []
  for (const row of rows) {
    const values = anchors.map(() => '')
    for (const cell of row.cells) {
      const column = findNearest(anchors, cell)
      values[column] = [values[column], cell.text.trim()].filter(Boolean).join(' ')
    }
    const open = grid.at(-1)
    // Without its first cell, a line goes on in the row above.
    if (open && !values[0] && grid.length > 1)
      open.values = open.values.map((value, at) => [value, values[at]].filter(Boolean).join(' '))
    else grid.push({ values, page: row.page })
  }
  const [head] = grid
  const names = head?.values.every((value) => value && !figures.test(value)) ? head.values : []
  return grid
    .slice(names.length > 0 ? 1 : 0)
    .map(({ values, page }) => ({ text: formatTableRow({ names, values, language }), page }))
}

function findNearest(anchors: readonly PdfPiece[], cell: PdfPiece): number {
  const distances = anchors.map((anchor) => {
    const shared = Math.min(anchor.u1, cell.u1) - Math.max(anchor.u0, cell.u0)
    return shared > 0 ? -shared : Math.abs(anchor.u0 + anchor.u1 - cell.u0 - cell.u1)
  })
  return distances.indexOf(Math.min(...distances))
}
