import type { DocumentBlock } from '@shutten/core'
import { splitSentences } from '@shutten/text'
import { measureText } from './measure-text.js'

/** What is never cut: a sentence, a table row, a block or line of code. Offsets into the document's text, trimmed. */
export interface ChunkUnit {
  start: number
  end: number
  size: number
  kind: DocumentBlock['kind']
  /** The unit begins its block. */
  isFirst: boolean
}

/** Characters of the longest run that is taken for a sentence. What is longer has lost its punctuation. */
export const maxSentenceLength = 1_200

const clauseEnd = /[、，,;；:：)）」』】\]〉》]|\s/u

/** The units of a block, in order; everything of it that is not white space lies in one. */
export function splitUnits(options: { text: string; block: DocumentBlock; maxSize: number }): ChunkUnit[] {
  const { text, block, maxSize } = options
  const units: ChunkUnit[] = []
  for (const span of findSpans(text, block, maxSize)) {
    for (const piece of cut({ text, span, maxSize })) {
      units.push({
        ...piece,
        size: measureText(text, piece.start, piece.end),
        kind: block.kind,
        isFirst: units.length === 0,
      })
    }
  }
  return units
}

interface Span {
  start: number
  end: number
}

function findSpans(text: string, block: DocumentBlock, maxSize: number): Span[] {
  const body = text.slice(block.start, block.end)
  if (block.kind === 'table-row') return [block]
  if (block.kind === 'code') return measureText(body) <= maxSize ? [block] : splitLines(body, block.start)
  return splitSentences(body).map(({ start, end }) => ({ start: start + block.start, end: end + block.start }))
}

function splitLines(body: string, offset: number): Span[] {
  const lines: Span[] = []
  let at = offset
  for (const line of body.split('\n')) {
    if (line.trim()) lines.push(trim(body, { start: at, end: at + line.length }, offset))
    at += line.length + 1
  }
  return lines
}

/** Cuts what is too long for a sentence at the last clause end or white space that fits, else between two characters. */
function cut(options: { text: string; span: Span; maxSize: number }): Span[] {
  const { text, span, maxSize } = options
  const whole = trim(text, span)
  if (whole.end - whole.start <= maxSentenceLength) return whole.end > whole.start ? [whole] : []
  const pieces: Span[] = []
  let start = whole.start
  while (start < whole.end) {
    const limit = findLimit(text, start, whole.end, maxSize)
    let end = limit
    if (limit < whole.end) {
      const earliest = start + Math.ceil((limit - start) / 2)
      while (end > earliest && !clauseEnd.test(text[end - 1] as string)) end -= 1
      if (end === earliest) end = isLowSurrogate(text, limit) ? limit - 1 : limit
    }
    const piece = trim(text, { start, end })
    if (piece.end > piece.start) pieces.push(piece)
    start = end
  }
  return pieces
}

/** How far from `start` the measure allows to go. */
function findLimit(text: string, start: number, end: number, maxSize: number): number {
  let size = 0
  for (let at = start; at < end; at++) {
    size += measureText(text, at, at + 1)
    if (size > maxSize) return Math.max(at, start + 2)
  }
  return end
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

function trim(text: string, span: Span, offset = 0): Span {
  let { start, end } = span
  while (start < end && /\s/.test(text[start - offset] as string)) start += 1
  while (end > start && /\s/.test(text[end - 1 - offset] as string)) end -= 1
  return { start, end }
}
