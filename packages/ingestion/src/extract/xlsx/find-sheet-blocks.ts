import type { DocumentBlock, Language } from '@shutten/core'
import { detectLanguage } from '@shutten/text'
import { formatRecord } from '../format-record.js'

export interface SheetRow {
  /** As the spreadsheet numbers it, from 1. */
  row: number
  /** As shown; '' for an empty cell. */
  cells: string[]
  /** Whether each cell is text, not a number, a date or a truth value. */
  isText: boolean[]
  /** Columns whose cell goes on the one to its left (merged across). */
  continues: ReadonlySet<number>
}

export interface SheetBlock {
  kind: Extract<DocumentBlock['kind'], 'paragraph' | 'table-row'>
  text: string
  row: number
}

/**
 * The rows of a sheet as blocks that stand for themselves: each value with the name of its column. A row of one
 * value above a table is a paragraph. The first row of text is the head, and so is one that begins another table after an
 * empty row; merged cells of a head make a head of two rows.
 */
export function findSheetBlocks(rows: readonly SheetRow[]): SheetBlock[] {
  const blocks: SheetBlock[] = []
  const filled = rows.filter(({ cells }) => cells.some(Boolean))
  const language = detectLanguage(
    filled
      .slice(0, 50)
      .flatMap(({ cells }) => cells)
      .join(' '),
  )
  let names: string[] | null = null
  for (const group of splitByGaps(filled)) {
    let at = 0
    while (at < group.length && countValues(group[at] as SheetRow) === 1 && isSingleAbove(group, at, names)) {
      blocks.push(toParagraph(group[at] as SheetRow))
      at += 1
    }
    const head = findHead({ rows: group.slice(at), isFirst: names === null, isTitled: at > 0 })
    if (head.length > 0) {
      names = nameColumns(head)
      at += head.length
      if (at === group.length) blocks.push(...head.map((row) => toTableRow(row, [], language)))
    }
    for (const row of group.slice(at)) blocks.push(toTableRow(row, names ?? [], language))
  }
  return blocks
}

/** A lone value is a title where a table follows or none has begun; below a table's rows it is a row of it. */
function isSingleAbove(group: readonly SheetRow[], at: number, names: readonly string[] | null): boolean {
  return names === null || group.slice(at + 1).some((row) => countValues(row) > 1)
}

function splitByGaps(rows: readonly SheetRow[]): SheetRow[][] {
  const groups: SheetRow[][] = []
  for (const row of rows) {
    const open = groups.at(-1)
    if (open && (open.at(-1) as SheetRow).row === row.row - 1) open.push(row)
    else groups.push([row])
  }
  return groups
}

function findHead(options: { rows: readonly SheetRow[]; isFirst: boolean; isTitled: boolean }): SheetRow[] {
  const { rows, isFirst, isTitled } = options
  const [first, second] = rows
  if (!first || !isAllText(first) || countValues(first) < 2) return []
  const standsOut = first.cells.some((cell, at) => cell && second?.cells[at] && !second.isText[at])
  if (!isFirst && !isTitled && !standsOut) return []
  return first.continues.size > 0 && second && isAllText(second) && rows.length > 2 ? [first, second] : [first]
}

function nameColumns(head: readonly SheetRow[]): string[] {
  const columns = Math.max(...head.map(({ cells }) => cells.length))
  return Array.from({ length: columns }, (_, at) => {
    const parts = head.map(({ cells, continues }) => {
      let from = at
      while (from > 0 && continues.has(from)) from -= 1
      return cells[from] ?? ''
    })
    return [...new Set(parts.filter(Boolean))].join(' ')
  })
}

const isAllText = (row: SheetRow) => row.cells.every((cell, at) => !cell || row.isText[at])
const countValues = (row: SheetRow) => row.cells.filter(Boolean).length

function toParagraph(row: SheetRow): SheetBlock {
  return { kind: 'paragraph', text: row.cells.filter(Boolean).join(' '), row: row.row }
}

function toTableRow(row: SheetRow, names: readonly string[], language: Language): SheetBlock {
  return { kind: 'table-row', text: formatRecord({ names, values: row.cells, language }), row: row.row }
}
