import type { TextSpan } from '../spans/text-span.js'
import { foldCodePoints } from './fold-code-points.js'

/** A normalised text that knows where each of its characters came from. */
export interface NormalizedText {
  /** NFKC, lower case. */
  text: string
  /**
   * The source offset at which the piece begins that made the character at this offset; the source's length at the
   * end. Monotone; offsets outside the text are clamped.
   */
  toSource(offset: number): number
  /** The smallest stretch of whole source pieces that made [start, end); empty for an empty stretch. */
  sourceSpan(start: number, end: number): TextSpan
}

/**
 * What can merge with the character before, by the first code point of its compatibility decomposition: marks; and, of
 * letters, vowels and finals of Hangul and the vowel signs of Kirat Rai.
 */
const mark = /^\p{M}/u
const laterLetter = /^[\u1161-\u1175\u11a8-\u11c2\u{16d63}\u{16d67}-\u{16d6a}]/u

/**
 * NFKC and lower case with a map back to the source. The text is cut before every code point that cannot merge with
 * what stands before it, so the pieces normalise to what the whole normalises to.
 */
export function normalizeWithMap(text: string): NormalizedText {
  const starts: number[] = []
  const ends: number[] = []
  const pieces: string[] = []
  for (let offset = 0; offset < text.length; ) {
    const plainEnd = findPlainEnd(text, offset)
    if (plainEnd > offset) {
      pieces.push(text.slice(offset, plainEnd).toLowerCase())
      for (; offset < plainEnd; offset++) {
        starts.push(offset)
        ends.push(offset + 1)
      }
      continue
    }
    let end = offset + codePointLength(text, offset)
    while (end < text.length && canMerge(text, end)) end += codePointLength(text, end)
    const piece = foldCodePoints(text.slice(offset, end))
    pieces.push(piece)
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(offset)
      ends.push(end)
    }
    offset = end
  }
  const length = starts.length
  const toSource = (at: number) => (at >= length ? text.length : (starts[Math.max(at, 0)] ?? 0))
  return {
    text: pieces.join(''),
    toSource,
    sourceSpan(start, end) {
      const from = toSource(start)
      const isEmpty = end <= start || end <= 0 || start >= length
      return { start: from, end: isEmpty ? from : (ends[Math.min(end, length) - 1] ?? from) }
    },
  }
}

/** End of the run of plain characters from `offset` on, less the last one where a mark after it may merge with it. */
function findPlainEnd(text: string, offset: number): number {
  let end = offset
  while (end < text.length && isPlain(text.charCodeAt(end))) end++
  return end > offset && end < text.length && canMerge(text, end) ? end - 1 : end
}

/** ASCII, kana and the common kanji: one character in, one out, and never merging with the one before. */
function isPlain(code: number): boolean {
  return (
    code < 0x80 ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fe) ||
    (code >= 0x3001 && code <= 0x3015)
  )
}

function canMerge(text: string, offset: number): boolean {
  if (isPlain(text.charCodeAt(offset))) return false
  const here = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  const decomposed = here.normalize('NFKD')
  if (mark.test(decomposed)) return true
  if (!laterLetter.test(decomposed)) return false
  const before = text.slice(Math.max(0, offset - 3), offset)
  return foldCodePoints(before + here) !== foldCodePoints(before) + foldCodePoints(here)
}

function codePointLength(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
}
