import type { Range } from './mark-segments'

export interface Columns {
  /** The columns' names, from the left; the first may have none. */
  names: string[]
  /** Of each row its values by column, as ranges of the row's text without their names; null where the row has none. */
  rows: (Range | null)[][]
}

interface Cell extends Range {
  name: string
}

/**
 * Reads rows in which each value carries its column's name (「モデル: BERT、層数: 12」, "Model: BERT; Layers: 12") back into
 * columns. Null where they do not agree on the columns and their order: then the rows are shown as they are.
 */
export function readColumns(rows: readonly string[]): Columns | null {
  const read = rows.map(readRow)
  const widest = read.reduce((best, cells) => (cells.length > best.length ? cells : best), [] as Cell[])
  const names = widest.map(({ name }) => name)
  if (names.length < 2 || new Set(names).size < names.length) return null
  const placed = read.map((cells) => place(cells, names))
  return placed.every((row) => row !== null) ? { names, rows: placed } : null
}

/** A value may hold the separator: what has no name of its own belongs to the value before it. */
function readRow(row: string): Cell[] {
  const cells: Cell[] = []
  const separator = /; (?=[^:;]{1,60}: )/.test(row) ? /; /g : /、/g
  let at = 0
  const add = (end: number) => {
    const [head = '', name = ''] = /^([^:、;]{1,60}): (?=\S)/.exec(row.slice(at, end)) ?? []
    const last = cells.at(-1)
    if (head) cells.push({ name: name.trim(), start: at + head.length, end })
    else if (last) last.end = end
    else cells.push({ name: '', start: at, end })
  }
  for (const match of row.matchAll(separator)) {
    add(match.index)
    at = match.index + match[0].length
  }
  add(row.length)
  return cells
}

/** The cells under their names, in order; null where one has no place. */
function place(cells: readonly Cell[], names: readonly string[]): (Range | null)[] | null {
  const row: (Range | null)[] = names.map(() => null)
  let column = -1
  for (const { name, start, end } of cells) {
    column = names.indexOf(name, column + 1)
    if (column < 0) return null
    row[column] = { start, end }
  }
  return row
}
