import { sentenceEnd } from '../find-plain-lines.js'
import type { PdfLine } from './order-lines.js'

export interface PdfParagraph {
  lines: string[]
  size: number
  /** Where it begins. */
  page: number
  isListItem: boolean
}

const listMarker = /^(?:[•・‣◦●○▪]\s*|[-*–]\s+|\(?\d{1,3}[.)]\s+|[(（]\d{1,3}[)）]\s*|[①-⑳]\s*)(?=\S)/u
/** Beginnings of headings and articles of law that start a paragraph at any size. */
const numbered = /^(?:第\s*[0-9０-９一二三四五六七八九十百]+\s*[章節部編条]|\d{1,2}(?:\.\d{1,2})+\.?\s)/u

/** Groups lines, in reading order, to paragraphs. One that runs over a column or a page goes on. */
export function findParagraphs(lines: readonly PdfLine[]): PdfParagraph[] {
  const paragraphs: PdfParagraph[] = []
  lines.forEach((line, at) => {
    const text = line.text
    const previous = lines[at - 1]
    const open = paragraphs.at(-1)
    if (open && previous && !beginsParagraph({ line, previous, next: lines[at + 1], open })) {
      open.lines.push(text)
    } else
      paragraphs.push({ lines: [text], size: line.size, page: line.page, isListItem: listMarker.test(text.trim()) })
  })
  return paragraphs
}

function beginsParagraph(options: {
  line: PdfLine
  previous: PdfLine
  next: PdfLine | undefined
  open: PdfParagraph
}): boolean {
  const { line, previous, next, open } = options
  const text = line.text
  const previousText = previous.text.trim()
  if (Math.abs(line.size - open.size) > 0.1 * Math.max(line.size, open.size)) return true
  if (listMarker.test(text.trim()) || numbered.test(text.trim()) || /^[\u3000]/.test(text)) return true
  if (line.direction !== previous.direction) return true
  const isSameColumn = line.column === previous.column
  const size = line.size
  const { column } = previous
  const short = column.isJustified ? 1.6 * size : Math.max(2 * size, 0.15 * (column.u1 - column.u0))
  const wasFull = previous.u1 >= column.u1 - short
  const ended = sentenceEnd.test(previousText)
  // Only a line that fills its column can go on elsewhere; a lone one (a title) fills its own.
  if (!isSameColumn) return ended || !wasFull || column.lines < 2 || isIndented(line, next)
  const gap = line.v - previous.v
  const pitch = line.column.pitch > 0 ? Math.min(line.column.pitch, 2.2 * size) : 2 * size
  if (gap > Math.max(1.35 * pitch, 1.1 * size)) return true
  if (isIndented(line, next) && !open.isListItem) return true
  if (previous.u1 < previous.column.u0 + 0.7 * (previous.column.u1 - previous.column.u0)) return true
  return (ended || column.isJustified) && !wasFull
}

/** Begins further in than its column and than the line after it, or than any other. */
function isIndented(line: PdfLine, next: PdfLine | undefined): boolean {
  const indent = line.u0 - line.column.u0
  if (indent < 0.7 * line.size || indent > 6 * line.size) return false
  return !next || next.column !== line.column || next.u0 < line.u0 - 0.5 * line.size
}
