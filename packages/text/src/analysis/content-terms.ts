import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import type { Term } from './term.js'

/** The words of a question or sentence that carry its content. */
export function contentTerms(text: string): Term[] {
  const normalized = normalizeWithMap(text)
  const pattern = /[\p{Script=Han}\p{Script=Katakana}ーa-z0-9]+(?:[-.][a-z0-9]+)*/gu
  const stop = new Set([
    'what',
    'is',
    'the',
    'a',
    'an',
    'of',
    'how',
    'who',
    'when',
    'where',
    '何',
    '教',
    'do',
    'does',
    'in',
  ])
  return [...normalized.text.matchAll(pattern)]
    .filter((match) => !stop.has(match[0]))
    .map((match) => ({
      term: match[0],
      kind: 'word' as const,
      ...normalized.sourceSpan(match.index, match.index + match[0].length),
    }))
}
