import type { NormalizedText } from '../normalization/normalize-with-map.js'
import type { TextSpan } from '../spans/text-span.js'

/** Parts that a change of case marks off count from this length on: OpenAI stays whole, StableDiffusion does not. */
const minCasePart = 3

/**
 * What a Latin word with digits or joiners is made of, as offsets into the normalised text: gpt3 → gpt, 3;
 * 1.5b → 1.5, b; node.js → node, js; StableDiffusion → stable, diffusion. None for a word of one part.
 */
export function findWordParts(options: { source: string; normalized: NormalizedText; word: TextSpan }): TextSpan[] {
  const { source, normalized, word } = options
  const text = normalized.text.slice(word.start, word.end)
  if (!/^[a-z0-9][a-z0-9._·&]*$/.test(text)) return []
  const parts: TextSpan[] = []
  for (const match of text.matchAll(/\d+(?:[.,]\d+)*|[a-z]+/g)) {
    const start = word.start + match.index
    parts.push(...splitByCase({ source, normalized, part: { start, end: start + match[0].length } }))
  }
  return parts.length > 1 ? parts : []
}

function splitByCase(options: { source: string; normalized: NormalizedText; part: TextSpan }): TextSpan[] {
  const { source, normalized, part } = options
  const parts: TextSpan[] = []
  let start = part.start
  for (let at = part.start + 1; at < part.end; at++) {
    const before = source[normalized.toSource(at - 1)] ?? ''
    const here = source[normalized.toSource(at)] ?? ''
    if (/[a-zａ-ｚ]/.test(before) && /[A-ZＡ-Ｚ]/.test(here)) {
      parts.push({ start, end: at })
      start = at
    }
  }
  parts.push({ start, end: part.end })
  return parts.every(({ start, end }) => end - start >= minCasePart) ? parts : [part]
}
