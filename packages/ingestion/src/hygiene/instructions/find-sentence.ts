import type { TextSpan } from '@shutten/text'

/** A sentence is not looked for further than this from where it is asked for, UTF-16 code units. */
const maxReach = 400
const stop = /[。！？!?\n]|\.(?=\s|$)/u

/**
 * The sentence that holds an offset, by its stops alone, its own stop with it. Quotation marks are not matched: this runs
 * on hostile text, and only where something was found.
 */
export function findSentence(text: string, at: number): TextSpan {
  const isStop = (i: number) =>
    stop.test(text.slice(i, i + 2)) && stop.test(text[i] === '.' ? text.slice(i, i + 2) : text.charAt(i))
  let start = at
  while (start > 0 && at - start < maxReach && !isStop(start - 1)) start--
  while (start < at && /\s/u.test(text.charAt(start))) start++
  let end = at
  while (end < text.length && end - at < maxReach && !isStop(end)) end++
  if (end < text.length && text[end] !== '\n' && end - at < maxReach) end++
  return { start, end: Math.max(end, Math.min(at + 1, text.length)) }
}
