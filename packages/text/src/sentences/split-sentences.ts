import type { TextSpan } from '../spans/text-span.js'
import { isJapanese, isLineEnd, isLowerLatin, isSpace } from './characters.js'
import { endsWithBracket } from './ends-with-bracket.js'
import { findSentenceEnd } from './find-sentence-end.js'
import { isAbbreviation } from './is-abbreviation.js'
import { matchBrackets } from './match-brackets.js'

/** How far ahead a line is looked at to tell whether it goes on in English (UTF-16 code units). */
const wrapLookahead = 60

/**
 * Sentences in order, trimmed, never overlapping; everything that is not white space lies in exactly one. Time grows
 * with the text.
 *
 * A sentence ends at 。！？ and their half-width and Latin kin, with the quotes and brackets that close after it, and at
 * the end of a line; a line that begins with a lower-case Latin word goes on from the one before (hard-wrapped English).
 * What stands in brackets closed on the same line is not cut, and ends the sentence only where nothing goes on after
 * the bracket: 「…です。」と述べた is one. A Latin full stop does not end a sentence inside numbers, names, addresses and
 * abbreviations, nor before a lower-case word.
 */
export function splitSentences(text: string): TextSpan[] {
  const spans: TextSpan[] = []
  const brackets = matchBrackets(text)
  let start = 0
  let lineOfPrevious = -1
  let line = 0
  for (let at = 0; at < text.length; ) {
    const char = text[at] ?? ''
    if (isLineEnd(char)) {
      const next = skipSpace(text, at)
      if (!isWrapped({ text, start, lineEnd: at, next })) {
        push(start, at)
        start = next
        line++
      }
      at = next
      continue
    }
    const close = brackets.get(at)
    if (close !== undefined) {
      const end = endsWithBracket({ text, sentenceStart: start, open: at, close })
      if (end === null) at = close + 1
      else at = finish(end)
      continue
    }
    const found = findSentenceEnd({ text, at, sentenceStart: start })
    if (found === null) at++
    else if (found.isEnd) at = finish(found.next)
    else at = found.next
  }
  push(start, text.length)
  return spans

  function finish(end: number): number {
    push(start, end)
    start = end
    return end
  }

  function push(from: number, to: number) {
    while (from < to && isSpace(text[from] ?? '')) from++
    while (to > from && isSpace(text[to - 1] ?? '')) to--
    if (from === to) return
    const previous = spans.at(-1)
    if (previous && lineOfPrevious === line && isLeftOver(text.slice(from, to))) previous.end = to
    else spans.push({ start: from, end: to })
    lineOfPrevious = line
  }
}

/** Closing brackets, ornaments and citation marks belong to what they follow. */
function isLeftOver(piece: string): boolean {
  return !/[\p{L}\p{N}]/u.test(piece) || /^(?:\[\d{1,3}\]\s*)+$/.test(piece)
}

/** The first offset from `from` on that is not white space. */
function skipSpace(text: string, from: number): number {
  let at = from
  while (at < text.length && isSpace(text[at] ?? '')) at++
  return at
}

/** Does the English sentence go on after this line end? Only over a single one, and only from line to line of English. */
function isWrapped(options: { text: string; start: number; lineEnd: number; next: number }): boolean {
  const { text, start, lineEnd, next } = options
  if (!isLowerLatin(text[next] ?? '')) return false
  if (/\n\s*\n|[\u2028\u2029]/.test(text.slice(lineEnd, next).replaceAll('\r\n', '\n').replaceAll('\r', '\n')))
    return false
  let last = lineEnd - 1
  while (last >= start && isSpace(text[last] ?? '')) last--
  const before = text[last] ?? ''
  if (last < start || isJapanese(before) || !/[\p{L}\p{N},;:)\]'"’”%&/.–—-]/u.test(before)) return false
  if (before === '.' && !isAbbreviation({ text, stop: last, next, sentenceStart: start })) return false
  if (before === '-' && text[last - 1] === '-') return false
  const ahead = text.slice(next, next + wrapLookahead).split(/[\n\r\u2028\u2029]/, 1)[0] ?? ''
  return ![...ahead].some((char) => isJapanese(char))
}
