import type { NormalizedText } from '../normalization/normalize-with-map.js'
import type { Term } from './term.js'

const japaneseRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,}/gu

/** Every two neighbouring characters of each run of Japanese script. */
export function findBigrams(normalized: NormalizedText): Term[] {
  const terms: Term[] = []
  for (const match of normalized.text.matchAll(japaneseRun)) {
    let previous = ''
    let at = match.index
    for (const point of match[0]) {
      if (previous) {
        const { start, end } = normalized.sourceSpan(at - previous.length, at + point.length)
        terms.push({ term: previous + point, kind: 'bigram', start, end })
      }
      previous = point
      at += point.length
    }
  }
  return terms
}
