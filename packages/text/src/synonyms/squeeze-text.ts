import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import type { TextSpan } from '../spans/text-span.js'

/** A text in the form in which names compare, with its offsets into the source. See `squeezeText`. */
export interface SqueezedText {
  text: string
  /** Was something between the characters before and at this offset left out? */
  isJoint(offset: number): boolean
  sourceSpan(start: number, end: number): TextSpan
}

/** Names that are in this form already, but for their middle dots. */
const plain = /^(?:[a-z0-9ぁ-ゖァ-ヺー一-鿿々・]|(?<=[a-z0-9]) (?=[a-z0-9]))*$/
const joint = /[\s・·‐\-.'’_\u00ad\u200b-\u200d]+/gu
const latinEnd = /[\p{Script=Latin}\p{Nd}]$/u
const latinStart = /^[\p{Script=Latin}\p{Nd}]/u

/**
 * Normalised, and without what joins the parts of a name (スロー・バラード, pre-training, A.I.); only the space between Latin
 * words stays, as one space.
 */
export function squeezeText(source: string): SqueezedText {
  const normalized = normalizeWithMap(source)
  const offsets: number[] = []
  const joints = new Set<number>()
  let text = ''
  let from = 0
  for (const { 0: gap, index } of normalized.text.matchAll(joint)) {
    keep(from, index)
    from = index + gap.length
    const isSpace = /^\s+$/u.test(gap) && latinEnd.test(text) && latinStart.test(normalized.text.slice(from, from + 2))
    if (isSpace) {
      offsets.push(index)
      text += ' '
    } else joints.add(text.length)
  }
  keep(from, normalized.text.length)
  return {
    text,
    isJoint: (offset) => joints.has(offset),
    sourceSpan: (start, end) => normalized.sourceSpan(offsets[start] ?? 0, (offsets[end - 1] ?? -1) + 1),
  }

  function keep(start: number, end: number) {
    for (let at = start; at < end; at++) offsets.push(at)
    text += normalized.text.slice(start, end)
  }
}

/** A name as `squeezeText` writes it. */
export function toNameKey(name: string): string {
  const lower = name.toLowerCase()
  return plain.test(lower) ? lower.replaceAll('・', '') : squeezeText(name).text
}
