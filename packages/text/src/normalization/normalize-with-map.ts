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

/** Characters that NFKC and lower case leave as they are and that never merge with the one before. */
const inert = /^[\0-@[-~、-〕ぁ-ゖァ-ヺーｰ一-鿿]*$/u
/** Code points that can merge with the one before, by the first code point of their compatibility decomposition. */
const mergesBackwards = /^[\p{M}\u1161-\u1175\u11a8-\u11c2\u{16d63}\u{16d67}-\u{16d6a}]/u

/**
 * NFKC and lower case with a map back to the source. The text is cut before every code point that cannot merge with
 * what stands before it, so the pieces normalise to what the whole normalises to.
 */
export function normalizeWithMap(text: string): NormalizedText {
  if (inert.test(text) && foldCodePoints(text) === text) return createIdentity(text)
  const starts: number[] = []
  const ends: number[] = []
  let normalized = ''
  let offset = 0
  while (offset < text.length) {
    let end = offset + codePointLength(text, offset)
    while (end < text.length && canMerge(text, end)) end += codePointLength(text, end)
    const piece = foldCodePoints(text.slice(offset, end))
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(offset)
      ends.push(end)
    }
    normalized += piece
    offset = end
  }
  const length = normalized.length
  const toSource = (at: number) => (at >= length ? text.length : (starts[Math.max(at, 0)] ?? 0))
  return {
    text: normalized,
    toSource,
    sourceSpan(start, end) {
      const from = toSource(start)
      return { start: from, end: end > start && end > 0 ? (ends[Math.min(end, length) - 1] ?? from) : from }
    },
  }
}

function canMerge(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset)
  if (code < 0x300 || (code >= 0x3041 && code <= 0x3096) || (code >= 0x4e00 && code <= 0x9fff)) return false
  return mergesBackwards.test(String.fromCodePoint(text.codePointAt(offset) ?? 0).normalize('NFKD'))
}

function codePointLength(text: string, offset: number): number {
  return (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
}

function createIdentity(text: string): NormalizedText {
  const toSource = (offset: number) => Math.min(Math.max(offset, 0), text.length)
  return {
    text,
    toSource,
    sourceSpan: (start, end) => ({ start: toSource(start), end: Math.max(toSource(start), toSource(end)) }),
  }
}
