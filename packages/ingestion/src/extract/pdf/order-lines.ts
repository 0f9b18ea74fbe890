import type { PdfPiece } from './find-lines.js'

export type TableCell = PdfPiece['cells'][number]

/** A line of one column, or a row of a table, whose cells are those of its pieces. */
export interface PdfLine extends PdfPiece {
  column: PdfColumn
}

/** What the lines of one column have in common. */
export interface PdfColumn {
  u0: number
  u1: number
  /** Median distance from line to line; 0 for a single line. */
  pitch: number
  lines: number
  /** Most lines reach its end: a line that does not is the last of a paragraph. */
  isJustified: boolean
}

interface Gutter {
  from: number
  to: number
}

/** Pieces a line of running text has, in characters; cells of tables have fewer. */
const minTextLength = 8
const minColumnLines = 3
/** Share of a column's width that its typical line fills. */
const minFill = 0.6
const maxCrossing = 0.25

/**
 * Puts the lines of pages, one after the other, in the order they are read: column by column where running text stands in
 * columns (or vertical text in tiers), what spans the columns (titles, wide figures) in its place between them, and else
 * row by row. A page with little text has the columns of the pages before.
 */
export function createLineOrder(): (pieces: readonly PdfPiece[]) => PdfLine[] {
  const known = new Map<string, Gutter>()
  const order = (pieces: readonly PdfPiece[]): PdfLine[] => {
    const [first] = pieces
    if (!first) return []
    const usual = known.get(first.direction)
    const gutter = findGutter(pieces) ?? (usual && isFree(pieces, usual) ? usual : null)
    if (!gutter) return makeRows(pieces)
    known.set(first.direction, gutter)
    return orderByGutter(pieces, (gutter.from + gutter.to) / 2)
  }

  const orderByGutter = (pieces: readonly PdfPiece[], middle: number): PdfLine[] => {
    const lines: PdfLine[] = []
    let band: PdfPiece[] = []
    let spanning: PdfPiece[] = []
    const flush = () => {
      lines.push(...makeRows(spanning))
      lines.push(...order(band.filter(({ u1 }) => u1 <= middle)), ...order(band.filter(({ u0 }) => u0 >= middle)))
      band = []
      spanning = []
    }
    for (const piece of [...pieces].sort((a, b) => a.v - b.v)) {
      const isSpanning = piece.u0 < middle && piece.u1 > middle
      if (isSpanning && band.length > 0) flush()
      if (isSpanning) spanning.push(piece)
      else band.push(piece)
    }
    flush()
    return lines
  }
  return order
}

/** The columns of the page before part these pieces too: all of them, with some on either side. */
function isFree(pieces: readonly PdfPiece[], { from, to }: Gutter): boolean {
  const left = pieces.filter(({ u1 }) => u1 <= from + 1).length
  const right = pieces.filter(({ u0 }) => u0 >= to - 1).length
  return left > 0 && right > 0 && left + right === pieces.length
}

/** The white stripe between two columns of running text; null where there is none. */
function findGutter(pieces: readonly PdfPiece[]): Gutter | null {
  const from = Math.floor(Math.min(...pieces.map(({ u0 }) => u0)))
  const to = Math.ceil(Math.max(...pieces.map(({ u1 }) => u1)))
  const width = to - from
  if (width < 60 || width > 20_000) return null
  // How many pieces begin less how many have ended, summed up: how many cross each point.
  const changes = new Int32Array(width + 2)
  for (const { u0, u1 } of pieces) {
    changes[Math.floor(u0) - from] = (changes[Math.floor(u0) - from] as number) + 1
    changes[Math.ceil(u1) - from] = (changes[Math.ceil(u1) - from] as number) - 1
  }
  const candidates: (Gutter & { crossing: number })[] = []
  let crossing = 0
  for (let at = 0; at <= width; at++) {
    crossing += changes[at] as number
    if (at < width * 0.15 || at > width * 0.85 || crossing > pieces.length * maxCrossing) continue
    const open = candidates.at(-1)
    if (open && open.to === from + at && open.crossing === crossing) open.to += 1
    else candidates.push({ from: from + at, to: from + at + 1, crossing })
  }
  candidates.sort((a, b) => a.crossing - b.crossing || b.to - b.from - (a.to - a.from))
  return candidates.slice(0, 8).find((gutter) => partsColumns(pieces, gutter)) ?? null
}

function partsColumns(pieces: readonly PdfPiece[], { from, to }: Gutter): boolean {
  if (to - from < 3) return false
  const middle = (from + to) / 2
  const sides = [pieces.filter(({ u1 }) => u1 <= middle), pieces.filter(({ u0 }) => u0 >= middle)]
  return sides.every((side) => {
    if (side.length < minColumnLines) return false
    const width = Math.max(...side.map(({ u1 }) => u1)) - Math.min(...side.map(({ u0 }) => u0))
    // Columns inside the side make its pieces narrow.
    const fill = median(side.map(({ u0, u1 }) => (u1 - u0) / width))
    const length = median(side.map(({ text }) => text.length))
    return length >= minTextLength && (fill >= minFill || findGutter(side) !== null)
  })
}

function makeRows(pieces: readonly PdfPiece[]): PdfLine[] {
  if (pieces.length === 0) return []
  const rows: PdfPiece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.v - b.v || a.u0 - b.u0)) {
    const open = rows.at(-1)
    const first = open?.[0]
    if (open && first && Math.abs(piece.v - first.v) < 0.4 * Math.min(piece.size, first.size)) open.push(piece)
    else rows.push([piece])
  }
  const column = measureColumn(rows)
  return rows.map((row) => {
    const pieces = row.sort((a, b) => a.u0 - b.u0)
    const [first] = pieces as [PdfPiece]
    return {
      ...first,
      text: pieces.map(({ text }) => text).join(' '),
      u1: Math.max(...pieces.map(({ u1 }) => u1)),
      size: Math.max(...pieces.map(({ size }) => size)),
      cells: pieces.flatMap(({ cells }) => cells),
      column,
    }
  })
}

function measureColumn(rows: readonly (readonly PdfPiece[])[]): PdfColumn {
  const starts = rows.map((row) => Math.min(...row.map(({ u0 }) => u0)))
  const ends = rows.map((row) => Math.max(...row.map(({ u1 }) => u1)))
  // A single line that sticks out says nothing about the others.
  const u0 = takeQuantile(starts, rows.length < 8 ? 0 : 0.06)
  const u1 = takeQuantile(ends, rows.length < 8 ? 1 : 0.9)
  const size = median(rows.map(([first]) => first?.size ?? 0))
  const full = ends.filter((end) => end > u1 - 1.2 * size).length
  return {
    u0,
    u1,
    pitch: median(rows.slice(1).map((row, at) => (row[0] as PdfPiece).v - (rows[at] as [PdfPiece])[0].v)),
    lines: rows.length,
    isJustified: rows.length >= 3 && full >= rows.length * 0.5,
  }
}

const median = (values: readonly number[]) => takeQuantile(values, 0.5)

function takeQuantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}
