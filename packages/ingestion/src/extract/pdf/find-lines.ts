import type { PdfItem, PdfPage } from './pdf-page.js'
import { restoreCharacters } from './restore-characters.js'

/** The direction of writing: `across` upright lines, `down` vertical Japanese, the others text turned by a right angle. */
export type Direction = 'across' | 'down' | 'turned-right' | 'turned-left' | 'upside-down'

/** A stretch of a line without a wide gap. `u` runs along the line, `v` from line to line. */
export interface PdfPiece {
  text: string
  u0: number
  u1: number
  v: number
  size: number
  page: number
  direction: Direction
  /** `v` of the page's first and last edge. */
  edges: { first: number; last: number }
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff01-\uff9f]/u
const kanaOnly = /^[\p{Script=Hiragana}\p{Script=Katakana}ー・\s]+$/u

/** A gap this wide, in sizes of the type, parts columns and cells; the widest between words is below. */
const pieceGap = 1.2
const wordGap = 0.2
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
  for (const item of page.items) {
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

interface Run {
  text: string
  u: number
  v: number
  length: number
  size: number
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

function splitLine(line: readonly Run[]): Pick<PdfPiece, 'text' | 'u0' | 'u1' | 'v' | 'size'>[] {
  const pieces: Pick<PdfPiece, 'text' | 'u0' | 'u1' | 'v' | 'size'>[] = []
  let hasSpace = false
  for (const run of line) {
    if (run.text.trim() === '') {
      hasSpace = true
      continue
    }
    const end = run.u + run.length
    const open = pieces.at(-1)
    const gap = open ? run.u - open.u1 : 0
    if (!open || gap > pieceGap * Math.max(open.size, run.size)) {
      pieces.push({ text: run.text, u0: run.u, u1: end, v: run.v, size: run.size })
    } else {
      const isWide = wide.test(open.text.slice(-1)) && wide.test(run.text.slice(0, 1))
      const isApart = isWide ? gap > 0.8 * run.size : hasSpace || gap > wordGap * run.size
      open.text += (isApart ? ' ' : '') + run.text
      open.u1 = Math.max(open.u1, end)
      if (run.size > open.size) Object.assign(open, { size: run.size, v: run.v })
    }
    hasSpace = false
  }
  return pieces.map((piece) => ({ ...piece, text: closeLetterSpacing(piece.text) }))
}

/** 「情 報 検 索」, set with spaces for its looks, is 情報検索; a single space between words stays. */
function closeLetterSpacing(text: string): string {
  const characters = [...text.replaceAll(' ', '')]
  const pairs = characters.filter(
    (one, at) => at > 0 && wide.test(one) && wide.test(characters[at - 1] as string),
  ).length
  const between = new RegExp(`(?<=${wide.source}) (?=${wide.source})`, 'gu')
  const spaced = text.match(between)?.length ?? 0
  return spaced >= 2 && spaced * 2 > pairs ? text.replace(between, '') : text
}

/** Furigana: kana in small type right before (above, or to the right of) a line of larger type. */
function dropRuby(pieces: readonly PdfPiece[]): PdfPiece[] {
  return pieces.filter(
    (piece) =>
      !kanaOnly.test(piece.text) ||
      !pieces.some(
        (base) =>
          piece.size <= base.size * rubyRatio &&
          base.v - piece.v > 0.3 * base.size &&
          base.v - piece.v < 1.5 * base.size &&
          piece.u0 >= base.u0 - base.size &&
          piece.u1 <= base.u1 + base.size,
      ),
  )
}
