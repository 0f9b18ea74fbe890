/** Glyphs that the reader gives in one, in coordinates of the writing direction. */
export interface Run {
  text: string
  u: number
  v: number
  length: number
  size: number
}

export interface LinePart {
  text: string
  u0: number
  u1: number
  v: number
  size: number
  /** What lies apart inside it, though not so far that a column is certain: cells, where the lines around agree. */
  cells: { text: string; u0: number; u1: number }[]
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff01-\uff9f]/u
const betweenWide = new RegExp(`(?<=${wide.source}) (?=${wide.source})`, 'gu')

/** Gaps in sizes of the type: between columns, between cells at the least, and between words. */
const columnGap = 1.2
const cellGap = 0.4
const wordGap = 0.2

/** The runs of one line, from start to end, as pieces that wide gaps part. */
export function splitLine(line: readonly Run[]): LinePart[] {
  const parts: LinePart[] = []
  let hasSpace = false
  for (const run of line) {
    if (run.text.trim() === '') {
      hasSpace = true
      continue
    }
    const { text, u: u0, v, size } = run
    const u1 = u0 + run.length
    const open = parts.at(-1)
    const gap = open ? u0 - open.u1 : 0
    if (!open || gap > columnGap * Math.max(open.size, size))
      parts.push({ text, u0, u1, v, size, cells: [{ text, u0, u1 }] })
    else {
      const isWide = wide.test(open.text.slice(-1)) && wide.test(text.slice(0, 1))
      const isApart = isWide ? gap > 0.8 * size : hasSpace || gap > wordGap * size
      const joint = isApart ? ' ' : ''
      open.text += joint + text
      open.u1 = Math.max(open.u1, u1)
      if (size > open.size) Object.assign(open, { size, v })
      const cell = open.cells.at(-1)
      if (cell && gap <= cellGap * size) Object.assign(cell, { text: cell.text + joint + text, u1 })
      else open.cells.push({ text, u0, u1 })
    }
    hasSpace = false
  }
  return parts.map((part) => ({ ...part, text: closeLetterSpacing(part.text) }))
}

export const closeJapaneseSpaces = (text: string) => text.replace(betweenWide, '')

/** 「情 報 検 索」, set with spaces for its looks, is 情報検索; a single space between words stays. */
function closeLetterSpacing(text: string): string {
  const spaced = text.match(betweenWide)?.length ?? 0
  if (spaced < 2) return text
  const characters = [...text.replaceAll(' ', '')]
  const pairs = characters.filter((one, at) => at > 0 && wide.test(one) && wide.test(characters[at - 1] as string))
  return spaced * 2 > pairs.length ? closeJapaneseSpaces(text) : text
}
