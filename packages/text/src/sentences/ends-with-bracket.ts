import { isLineEnd, isLowerLatin, isSpace } from './characters.js'
import { continuesAfterQuote } from './find-sentence-end.js'
import { isAbbreviation } from './is-abbreviation.js'

/**
 * Where the sentence ends, if a bracket pair closes it: its content ends in a stop and what follows begins anew.
 * A Latin sentence ends with a bracket only if it began with it: (He left.) She stayed.
 */
export function endsWithBracket(options: {
  text: string
  sentenceStart: number
  open: number
  close: number
}): number | null {
  const { text, sentenceStart, open, close } = options
  let last = close - 1
  while (last > open && (isSpace(text[last] ?? '') || /[」』）)】〉》"”’]/.test(text[last] ?? ''))) last--
  const stop = text[last] ?? ''
  if (last === open || !/[。｡！？!?‼⁇⁈⁉．.]/.test(stop)) return null
  const end = close + 1
  let next = end
  while (next < text.length && isSpace(text[next] ?? '') && !isLineEnd(text[next] ?? '')) next++
  if (next >= text.length || isLineEnd(text[next] ?? '')) return null
  const ahead = text.slice(next, next + 6)
  if (/^[。｡！？!?.．、，,；;：:]/.test(ahead)) return null
  if (/[。｡！？．]/.test(stop)) return next === end && continuesAfterQuote(ahead) ? null : end
  const beginsWithBracket = text.slice(sentenceStart, open).trim() === ''
  if (!beginsWithBracket || next === end || isLowerLatin(ahead[0] ?? '')) return null
  return stop === '.' && isAbbreviation({ text, stop: last, next, sentenceStart: open + 1 }) ? null : end
}
