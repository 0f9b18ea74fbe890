import type { Range } from './mark-segments'

/** The cells of a table row's text, as ranges of it without the separators (tab or bar). */
export function splitCells(row: string): Range[] {
  const separator = row.includes('\t') ? /\t/g : /\s*\|\s*/g
  const cells: Range[] = []
  let start = 0
  for (const match of row.matchAll(separator)) {
    cells.push({ start, end: match.index })
    start = match.index + match[0].length
  }
  cells.push({ start, end: row.length })
  return cells.filter((cell, index) => cell.end > cell.start || (index > 0 && index < cells.length - 1))
}
