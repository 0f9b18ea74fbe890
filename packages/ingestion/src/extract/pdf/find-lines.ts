import type { PdfItem, PdfPage } from './pdf-page.js'
import { restoreCharacters } from './restore-characters.js'
import { restoreVertical } from './restore-vertical.js'
import { closeJapaneseSpaces, type LinePart, type Run, splitLine } from './split-line.js'

/** The direction of writing: `across` upright lines, `down` vertical Japanese, the others text turned by a right angle. */
export type Direction = 'across' | 'down' | 'turned-right' | 'turned-left' | 'upside-down'

/** A stretch of a line without a wide gap. `u` runs along the line, `v` from line to line. */
export interface PdfPiece extends LinePart {
  page: number
  direction: Direction
  /** `v` of the page's first and last edge. */
  edges: { first: number; last: number }
}

const kanaOnly = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u

const rubyRatio = 0.62

/** Points: lines are looked up by the stripe of the page they lie in. */
const stripe = 4
const maxReach = 400

/**
 * Puts the runs of a page together to pieces of lines, direction by direction. Text at a slant (watermarks) and furigana
 * are left out.
 */
export function findLines(page: PdfPage): PdfPiece[] {
  const byDirection = new Map<Direction, Run[]>()
  for (const item of restoreVertical(page.items)) {
    const direction = findDirection(item)
    if (!direction) continue
    const runs = byDirection.get(direction) ?? []
    byDirection.set(direction, runs)
    runs.push(toRun(item, direction))
  }
  return [...byDirection].flatMap(([direction, runs]) => {
    const edges = findEdges(page, direction)
    const pieces = groupLines(runs).flatMap((line) =>
      splitLine(line).map((piece) => ({ ...piece, page: page.number, direction, edges })),
    )
    return dropRuby(pieces)
  })
}

function findDirection({ isVertical, angle }: PdfItem): Direction | null {
  const quarter = Math.round(angle / 90)
  if (Math.abs(angle - quarter * 90) > 3) return null
  if (isVertical) return quarter === 0 ? 'down' : null
  return (['across', 'turned-right', 'upside-down', 'turned-left'] as const)[(quarter + 4) % 4] ?? null
}

function toRun({ text, x, y, length, size }: PdfItem, direction: Direction): Run {
  const rest = { text: restoreCharacters(text), length, size }
  if (direction === 'across') return { ...rest, u: x, v: y }
  // The line through the middle of the glyphs becomes the baseline that upright lines have.
  if (direction === 'down') return { ...rest, u: y, v: -x + size * 0.3 }
  if (direction === 'turned-right') return { ...rest, u: y, v: -x }
  return direction === 'turned-left' ? { ...rest, u: -y, v: x } : { ...rest, u: -x, v: -y }
}

function findEdges(page: PdfPage, direction: Direction): { first: number; last: number } {
  if (direction === 'across') return { first: 0, last: page.height }
  if (direction === 'down' || direction === 'turned-right') return { first: -page.width, last: 0 }
  return direction === 'turned-left' ? { first: 0, last: page.width } : { first: -page.height, last: 0 }
}

/** Runs that lie at one height: each overlaps the first of its line by more than half of the smaller one. */
function groupLines(runs: readonly Run[]): Run[][] {
  const lines: { first: Run; runs: Run[] }[] = []
  const byHeight = new Map<number, (typeof lines)[number][]>()
  const find = (run: Run) => byHeight.get(Math.floor(run.v / stripe))?.find(({ first }) => overlap(first, run) > 0.5)
  const visible = runs.filter(({ text }) => text.trim() !== '')
  // Large type first: what is small (notes' marks, subscripts) joins it.
  for (const run of [...visible].sort((a, b) => b.size - a.size || a.v - b.v || a.u - b.u)) {
    const line = find(run)
    if (line) {
      line.runs.push(run)
      continue
    }
    const begun = { first: run, runs: [run] }
    lines.push(begun)
    // Whatever overlaps it by half has its own baseline within these stripes.
    const reach = Math.min(run.size, maxReach)
    for (let at = Math.floor((run.v - reach) / stripe); at <= Math.floor((run.v + reach) / stripe); at++)
      byHeight.set(at, [...(byHeight.get(at) ?? []), begun])
  }
  for (const run of runs) if (run.text.trim() === '') find(run)?.runs.push(run)
  return lines.sort((a, b) => a.first.v - b.first.v).map((line) => line.runs.sort((a, b) => a.u - b.u))
}

function overlap(a: Run, b: Run): number {
  const top = Math.max(a.v - a.size * 0.8, b.v - b.size * 0.8)
  const bottom = Math.min(a.v + a.size * 0.2, b.v + b.size * 0.2)
  return (bottom - top) / Math.max(1e-6, Math.min(a.size, b.size))
}

/**
 * Furigana: kana in small type right before (above, or to the right of) a line of larger type. The line loses the spaces
 * that its glyphs were set apart with to make room.
 */
function dropRuby(pieces: readonly PdfPiece[]): PdfPiece[] {
  const bases = new Set<PdfPiece>()
  const left = pieces.filter((piece) => {
    if (!kanaOnly.test(piece.text)) return true
    const base = pieces.find(
      ({ size, v, u0, u1 }) =>
        piece.size <= size * rubyRatio &&
        v - piece.v > 0.3 * size &&
        v - piece.v < 1.5 * size &&
        piece.u0 >= u0 - size &&
        piece.u1 <= u1 + size,
    )
    if (base) bases.add(base)
    return base === undefined
  })
  return left.map((piece) => (bases.has(piece) ? { ...piece, text: closeJapaneseSpaces(piece.text) } : piece))
}
