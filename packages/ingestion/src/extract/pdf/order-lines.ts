import type { PdfPiece } from './find-lines.js'

/** A line of one column, or a row of a table, which has several cells. */
export interface PdfLine extends Omit<PdfPiece, 'text'> {
  cells: PdfPiece[]
  column: PdfColumn
}

/** What the lines of one column have in common. */
export interface PdfColumn {
  u0: number
  u1: number
  /** Median distance from line to line; 0 for a single line. */
  pitch: number
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
 * The lines of one page and direction in the order they are read: column by column where running text stands in columns
 * (or vertical text in tiers), what spans the columns (titles, wide figures) in its place between them, and else row by row.
 */
export function orderLines(pieces: readonly PdfPiece[]): PdfLine[] {
  const gutter = pieces.length > 0 ? findGutter(pieces) : null
  if (!gutter) return makeRows(pieces)
  const middle = (gutter.from + gutter.to) / 2
  const isSpanning = ({ u0, u1 }: PdfPiece) => u0 < middle && u1 > middle
  const lines: PdfLine[] = []
  let band: PdfPiece[] = []
  const flush = () => {
    lines.push(
      ...orderLines(band.filter(({ u1 }) => u1 <= middle)),
      ...orderLines(band.filter(({ u0 }) => u0 >= middle)),
    )
    band = []
  }
  let spanning: PdfPiece[] = []
  const flushSpanning = () => {
    lines.push(...makeRows(spanning))
    spanning = []
  }
  for (const piece of [...pieces].sort((a, b) => a.v - b.v)) {
    if (isSpanning(piece)) {
      if (band.length > 0) flush()
      spanning.push(piece)
    } else {
      if (spanning.length > 0) flushSpanning()
      band.push(piece)
    }
  }
  flushSpanning()
  flush()
  return lines
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
  const column: PdfColumn = {
    u0: Math.min(...pieces.map(({ u0 }) => u0)),
    u1: Math.max(...pieces.map(({ u1 }) => u1)),
    pitch: median(rows.slice(1).map((row, at) => (row[0] as PdfPiece).v - (rows[at] as [PdfPiece])[0].v)),
  }
  return rows.map((row) => {
    const cells = row.sort((a, b) => a.u0 - b.u0)
    const [first] = cells as [PdfPiece]
    return {
      ...first,
      u1: Math.max(...cells.map(({ u1 }) => u1)),
      size: Math.max(...cells.map(({ size }) => size)),
      cells,
      column,
    }
  })
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? 0
}
