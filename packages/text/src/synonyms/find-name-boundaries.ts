import { segmentWords } from '../words/segment-words.js'
import type { SqueezedText } from './squeeze-text.js'

const scripts: readonly RegExp[] = [
  /[\p{Script=Han}々\p{Script=Hiragana}]/u,
  /[\p{Script=Katakana}ー]/u,
  /\p{Script=Latin}/u,
  /\p{Nd}/u,
]
const kanjiOrHiragana = 0
const noScript = -1

/**
 * Where a name may begin or end, as ascending offsets: where the script changes; within kanji and hiragana, where ICU's
 * dictionary ends a word. Never within a katakana run (レム of ハーレム), a Latin word or a number.
 */
export function findNameBoundaries(squeezed: SqueezedText): number[] {
  const { text } = squeezed
  const wordStarts = new Set(segmentWords(text).map(({ start }) => start))
  const boundaries: number[] = []
  let before = noScript
  for (let at = 0; at <= text.length; at++) {
    const here = at < text.length ? scripts.findIndex((script) => script.test(text[at] ?? '')) : noScript
    const isWithin = before === here && before !== noScript && !(here === kanjiOrHiragana && wordStarts.has(at))
    if (!isWithin || squeezed.isJoint(at)) boundaries.push(at)
    before = here
  }
  return boundaries
}
