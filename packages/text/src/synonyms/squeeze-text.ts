import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import { replaceWithMap } from '../normalization/replace-with-map.js'
import type { TextSpan } from '../spans/text-span.js'
import { createSpelling } from '../spelling/create-spelling.js'

/** A text in the form in which names compare, with its offsets into the source. See `squeezeText`. */
export interface SqueezedText {
  text: string
  /** Was something between the characters before and at this offset left out? */
  isJoint(offset: number): boolean
  sourceSpan(start: number, end: number): TextSpan
}

const spelling = createSpelling()
const joint = /[\s・·‐\-.'’_\u00ad\u200b-\u200d]+/gu
const latinEnd = /[\p{Script=Latin}\p{Nd}]\p{M}*$/u
const latinStart = /^[\p{Script=Latin}\p{Nd}]/u

/**
 * Normalised, in one spelling (サーバ, サーバー), and without what joins the parts of a name (スロー・バラード, pre-training, A.I.); only the space between Latin
 * words stays, as one space.
 */
export function squeezeText(source: string): SqueezedText {
  const joints: number[] = []
  const joined = spelling.foldText(normalizeWithMap(source))
  const bare = replaceWithMap(joined, {
    pattern: joint,
    replace({ 0: gap, index, input }) {
      const after = input.slice(index + gap.length, index + gap.length + 2)
      const isSpace = /^\s+$/u.test(gap) && latinEnd.test(input.slice(0, index)) && latinStart.test(after)
      if (!isSpace) joints.push(joined.toSource(index))
      return isSpace ? ' ' : ''
    },
  })
  const { text, sourceSpan } = spelling.foldWords(bare)
  return {
    text,
    isJoint(offset) {
      const { end } = sourceSpan(offset - 1, offset)
      const { start } = sourceSpan(offset, offset + 1)
      return joints.some((at) => at >= end && at < start)
    },
    sourceSpan,
  }
}

/** A name as `squeezeText` writes it: what names are compared by. */
export function toNameKey(name: string): string {
  return squeezeText(name).text
}
