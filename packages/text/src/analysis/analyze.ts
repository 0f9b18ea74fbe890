import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import type { TextSpan } from '../spans/text-span.js'
import { segmentWords } from '../words/segment-words.js'

/** What index and query are made of. Offsets point into the analysed text as it was given. */
export interface Term extends TextSpan {
  term: string
  kind: 'word' | 'bigram'
}

const japaneseRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]{2,}/gu

/** The one analyser for index and query: normalised words, and character bigrams of runs of Japanese script. */
export function analyze(text: string): Term[] {
  const normalized = normalizeWithMap(text)
  const terms: Term[] = []
  for (const word of segmentWords(normalized.text)) {
    if (word.isWordLike) terms.push({ term: word.text, kind: 'word', ...normalized.sourceSpan(word.start, word.end) })
  }
  for (const match of normalized.text.matchAll(japaneseRun)) {
    let previous: { at: number; point: string } | null = null
    let at = match.index
    for (const point of match[0]) {
      if (previous) {
        const span = normalized.sourceSpan(previous.at, at + point.length)
        terms.push({ term: previous.point + point, kind: 'bigram', ...span })
      }
      previous = { at, point }
      at += point.length
    }
  }
  return terms
}
