import type { Language } from '@shutten/core'
import { formatTableRow } from '../format-table-row.js'
import type { PdfLine, TableCell } from './order-lines.js'

const listMarker = /^(?:[•・‣●○■□▪–*-]|\(?\d{1,3}[.)]?|[(（]\d{1,3}[)）]|[①-⑳]|[a-z][.)])$/u
const figures = /^[\p{N}\p{P}\p{S}\s]+$/u
const minRows = 3
/** Shares of cells; in sizes of the type. */
const maxCrowded = 0.1
const minAligned = 0.8
const tolerance = 0.4

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

/**
 * Whether cells stand in columns: in each, nearly all of them share a beginning, an end or a middle, and hardly any row has
 * two in one. The words of justified lines do not.
 */
function alignsRows(rows: readonly PdfLine[]): boolean {
  const anchors = findAnchors(rows)
  const columns = anchors.map((): { cell: TableCell; size: number }[] => [])
  let crowded = 0
  let count = 0
  for (const { cells, size } of rows) {
    const taken = new Set<number>()
    for (const cell of cells) {
      const column = findNearest(anchors, cell)
      if (taken.has(column)) crowded += 1
      taken.add(column)
      columns[column]?.push({ cell, size })
      count += 1
    }
  }
  if (crowded > count * maxCrowded) return false
  const edges = [
    (cell: TableCell) => cell.u0,
    (cell: TableCell) => cell.u1,
    (cell: TableCell) => (cell.u0 + cell.u1) / 2,
  ]
  return columns.every((column) =>
    edges.some((getEdge) => {
      const middle = takeMedian(column.map(({ cell }) => getEdge(cell)))
      const aligned = column.filter(({ cell, size }) => Math.abs(getEdge(cell) - middle) < tolerance * size)
      return aligned.length >= column.length * minAligned
    }),
  )
}

function takeMedian(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}

function findAnchors(rows: readonly PdfLine[]): TableCell[] {
  return rows.reduce<TableCell[]>((most, { cells }) => (cells.length > most.length ? cells : most), [])
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

function findNearest(anchors: readonly TableCell[], cell: TableCell): number {
  const distances = anchors.map((anchor) => {
    const shared = Math.min(anchor.u1, cell.u1) - Math.max(anchor.u0, cell.u0)
    return shared > 0 ? -shared : Math.abs(anchor.u0 + anchor.u1 - cell.u0 - cell.u1)
  })
  return distances.indexOf(Math.min(...distances))
}
