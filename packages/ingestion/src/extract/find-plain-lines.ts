import { joinSoftBreaks } from './join-soft-breaks.js'

/** A line of plain text as it is meant: lines that were broken only to fit a width are one. */
export interface PlainLine {
  /** Readable, trimmed, soft breaks joined. */
  text: string
  /** Offsets into the source, trimmed of white space. */
  start: number
  end: number
  /** A blank line stands before it (or the beginning). */
  isApart: boolean
  listLevel: number | null
}

// A bullet, or a number with a delimiter. Hyphen, asterisk and plus need a space after: -5 度 is no item.
const listMarker = /^(?:[•・‣◦●○▪–]\s*|[-*+]\s+|\(?\d{1,3}[.)]\s+|[(（]\d{1,3}[)）]\s*|[①-⑳]\s*)(?=\S)/u
export const sentenceEnd = /[。．.!！?？…‥][」』）)】”"’'\]]*$/u

/** Widest line, in columns, of a text that somebody broke to fit a terminal or a mail. */
const maxWrapWidth = 120
const minWrapWidth = 40

/** The lines of a plain text without its blank ones. */
export function findPlainLines(text: string): PlainLine[] {
  const raw: (PlainLine & { width: number; indent: number })[] = []
  let offset = 0
  let isApart = true
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    if (trimmed) {
      const indent = line.length - line.trimStart().length
      const start = offset + indent
      const listLevel = listMarker.test(trimmed) ? (indent >= 4 ? 2 : 1) : null
      const width = measureColumns(line.trimEnd())
      raw.push({ text: trimmed, start, end: start + trimmed.length, isApart, listLevel, width, indent })
      isApart = false
    } else isApart = true
    offset += line.length + 1
  }

  const wrapWidth = findWrapWidth(raw)
  if (wrapWidth === null) return raw
  const lines: PlainLine[] = []
  let wasFull = false
  for (const line of raw) {
    const open = lines.at(-1)
    if (open && wasFull && !line.isApart && line.listLevel === null) {
      open.end = line.end
      open.text = joinSoftBreaks(`${open.text}\n${line.text}`)
    } else lines.push({ ...line })
    wasFull = line.width >= wrapWidth * 0.7
  }
  return lines
}

/** The width that a text was broken at, or null when its lines are paragraphs. */
function findWrapWidth(lines: readonly { width: number; isApart: boolean; text: string }[]): number | null {
  const widest = lines.reduce((most, { width }) => Math.max(most, width), 0)
  if (widest > maxWrapWidth || widest < minWrapWidth) return null
  let inner = 0
  let full = 0
  let open = 0
  lines.forEach((line, at) => {
    const next = lines[at + 1]
    if (!next || next.isApart) return
    inner += 1
    if (line.width >= widest * 0.7) full += 1
    if (!sentenceEnd.test(line.text)) open += 1
  })
  return inner >= 2 && full >= inner * 0.75 && open >= inner * 0.6 ? widest : null
}

function measureColumns(line: string): number {
  let columns = 0
  for (const character of line) columns += (character.codePointAt(0) as number) >= 0x1100 ? 2 : 1
  return columns
}
