/** A value of a table's row with the name of its column; offsets are those of the value in the row's text. */
export interface Cell {
  name: string
  value: string
  start: number
  end: number
}

const longestName = 60
const separator = /; (?=[^:;]{1,60}: )|、(?=[^:：、。]{1,60}: )/gu

/** The values of a row that carry the names of their columns: 「灯台: 白浜灯台、高さ: 21メートル」. Null for any other text. */
export function readRecord(row: string): Cell[] | null {
  const cuts = [...row.matchAll(separator)]
  if (cuts.length === 0) return null
  const cells: Cell[] = []
  let from = 0
  for (const to of [...cuts.map(({ index }) => index), row.length]) {
    const part = row.slice(from, to)
    const at = part.indexOf(': ')
    if (at < 1 || at > longestName) return null
    const value = part.slice(at + 2)
    const start = from + at + 2 + value.length - value.trimStart().length
    cells.push({ name: part.slice(0, at).trim(), value: value.trim(), start, end: start + value.trim().length })
    from = to + (row.startsWith('; ', to) ? 2 : 1)
  }
  return cells
}
