import type { DocumentBlock, Language } from '@shutten/core'
import { cleanText } from '../../decode/clean-text.js'
import { isPlainHeading } from '../is-plain-heading.js'
import { createSpaceRule } from './create-space-rule.js'
import { dropPageFurniture } from './drop-page-furniture.js'
import { findLines, type PdfPiece } from './find-lines.js'
import { findParagraphs, type PdfParagraph } from './find-paragraphs.js'
import { findTableBlocks, measureTable } from './find-table-blocks.js'
import { joinLines } from './join-lines.js'
import { createLineOrder, type PdfLine } from './order-lines.js'
import type { PdfContent, PdfOutlineItem } from './pdf-page.js'

export interface PdfBlock extends Pick<DocumentBlock, 'kind' | 'level'> {
  text: string
  page: number
}

/** How much larger than the text a heading is set. */
const headingRatio = 1.14
const maxHeadingLength = 120
/** A line of a table of contents: dots that lead to a page number. It repeats a heading, and answers nothing. */
const leader = /(?:[.．·・･…‥][\s\u3000]?){5,}[\s\u3000]*[\p{N}ivxlc]+\s*$/u
const numbered = /^(?:第\s*[0-9０-９一二三四五六七八九十百]+\s*[章節部編]|(\d{1,2}(?:\.\d{1,2})*)\.?\s)/u

/** The blocks of a PDF document in reading order, each with the page on which it begins. */
export function findPdfBlocks(options: { content: PdfContent; language: Language }): PdfBlock[] {
  const { content, language } = options
  const pages = dropPageFurniture(content.pages.map(findLines))
  const closeSpaces = createSpaceRule(pages.flat().map(({ text }) => text))
  const order = createLineOrder()
  const lines = pages.flatMap((pieces) => byDirection(pieces).flatMap(order)).filter(({ text }) => !leader.test(text))
  const parts = splitTables(lines, language)
  const paragraphs = parts.flatMap((part) => ('paragraphs' in part ? part.paragraphs : []))
  const isHyphenated = createHyphenLookup(paragraphs)
  const join = ({ lines }: PdfParagraph) =>
    cleanText(joinLines({ lines: lines.map(closeSpaces), isHyphenated }))
      .replace(/ {2,}/g, ' ')
      .trim()
  const bodySize = findBodySize(paragraphs)
  const findLevel = createHeadingRule({ paragraphs, bodySize, outline: content.outline })
  const texts = paragraphs.map(join)
  let at = -1
  return parts
    .flatMap((part): PdfBlock[] => {
      if ('rows' in part) return part.rows.map(({ text, page }) => ({ kind: 'table-row', text, page }))
      return part.paragraphs.map((paragraph): PdfBlock => {
        at += 1
        const { page, isListItem } = paragraph
        const text = texts[at] as string
        const level = findLevel({ paragraph, text, previous: texts[at - 1] ?? null, next: texts[at + 1] ?? null })
        if (level !== null) return { kind: 'heading', level, text, page }
        return isListItem ? { kind: 'list-item', level: 1, text, page } : { kind: 'paragraph', text, page }
      })
    })
    .filter(({ text }) => text !== '')
}

/** The direction of most of the page first: beside vertical text, titles and captions run across. */
function byDirection(pieces: readonly PdfPiece[]): PdfPiece[][] {
  const groups = new Map<string, PdfPiece[]>()
  for (const piece of pieces) {
    const group = groups.get(piece.direction)
    if (group) group.push(piece)
    else groups.set(piece.direction, [piece])
  }
  const measure = (group: readonly PdfPiece[]) => group.reduce((sum, { text }) => sum + text.length, 0)
  return [...groups.values()].sort((a, b) => measure(b) - measure(a))
}

type Part = { rows: { text: string; page: number }[] } | { paragraphs: PdfParagraph[] }

function splitTables(lines: readonly PdfLine[], language: Language): Part[] {
  const parts: Part[] = []
  let open: PdfLine[] = []
  const flush = () => {
    if (open.length > 0) parts.push({ paragraphs: findParagraphs(open) })
    open = []
  }
  for (let at = 0; at < lines.length; ) {
    const length = measureTable(lines, at)
    if (length > 0) {
      flush()
      parts.push({ rows: findTableBlocks({ rows: lines.slice(at, at + length), language }) })
      at += length
    } else {
      open.push(lines[at] as PdfLine)
      at += 1
    }
  }
  flush()
  return parts
}

/** Words that stand with a hyphen inside a line somewhere. */
function createHyphenLookup(paragraphs: readonly PdfParagraph[]): (word: string) => boolean {
  const words = new Set<string>()
  for (const { lines } of paragraphs)
    for (const line of lines) for (const [word] of line.matchAll(/\p{L}+-\p{L}+/gu)) words.add(word.toLowerCase())
  return (word) => words.has(word)
}

/** The size that most characters are set in. */
function findBodySize(paragraphs: readonly PdfParagraph[]): number {
  const counts = new Map<number, number>()
  for (const { size, lines } of paragraphs) {
    const rounded = Math.round(size * 2) / 2
    counts.set(rounded, (counts.get(rounded) ?? 0) + lines.join('').length)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function createHeadingRule(options: {
  paragraphs: readonly PdfParagraph[]
  bodySize: number
  outline: readonly PdfOutlineItem[]
}) {
  const { paragraphs, bodySize, outline } = options
  const squeeze = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
  const named = new Map(outline.map(({ title, level }) => [squeeze(title), level]))
  const isLarge = ({ size, lines }: PdfParagraph) => size >= bodySize * headingRatio && lines.length <= 3
  const sizes = [...new Set(paragraphs.filter(isLarge).map(({ size }) => Math.round(size)))].sort((a, b) => b - a)

  return (found: { paragraph: PdfParagraph; text: string; previous: string | null; next: string | null }) => {
    const { paragraph, text, previous, next } = found
    if (text.length > maxHeadingLength || !/\p{L}/u.test(text)) return null
    const outlineLevel = named.get(squeeze(text))
    if (outlineLevel !== undefined) return Math.min(6, outlineLevel)
    if (isLarge(paragraph)) return Math.min(6, sizes.indexOf(Math.round(paragraph.size)) + 1)
    const number = numbered.exec(text)
    if (paragraph.lines.length > 1 || paragraph.size < bodySize * 0.95 || !number || paragraph.isListItem) return null
    if (
      !isPlainHeading({
        line: toPlainLine(text),
        previous: previous === null ? null : toPlainLine(previous),
        next: next === null ? null : toPlainLine(next),
      })
    )
      return null
    return Math.min(6, sizes.length + (number[1]?.split('.').length ?? 1))
  }
}

function toPlainLine(text: string) {
  return { text, start: 0, end: text.length, isApart: true, listLevel: null }
}
