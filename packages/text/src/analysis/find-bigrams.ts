import type { NormalizedText } from '../normalization/normalize-with-map.js'
import type { Term } from './term.js'

/** A character with the marks that do not compose with it, as in あ゙. */
const character = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]\\p{M}*'
const japaneseRun = new RegExp(`(?:${character}){2,}`, 'gu')
const characters = new RegExp(character, 'gu')

/** Every two neighbouring characters of each run of Japanese script. */
export function findBigrams(normalized: NormalizedText): Term[] {
  const terms: Term[] = []
  for (const match of normalized.text.matchAll(japaneseRun)) {
    let previous = ''
    let at = match.index
    for (const unit of match[0].match(characters) ?? []) {
      if (previous) {
        const { start, end } = normalized.sourceSpan(at - previous.length, at + unit.length)
        terms.push({ term: previous + unit, kind: 'bigram', start, end })
      }
      previous = unit
      at += unit.length
    }
  }
  return terms
}
