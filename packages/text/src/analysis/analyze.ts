import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import { findBigrams } from './find-bigrams.js'
import { findWords } from './find-words.js'
import type { Term } from './term.js'

/**
 * The one analyser for index and query, in document order.
 *
 * Words, in their canonical form (see `canonicalTerm`): ICU's words, whole katakana runs, hyphenated compounds, and the
 * parts of both (GPT-3 → gpt3, gpt, 3; 5,300億 → 5300, 億; 1.5B → 1.5b, 1.5, b). Hiragana standing alone (particles)
 * are left out. Bigrams: every two neighbouring characters of a run of Japanese script.
 */
export function analyze(text: string): Term[] {
  const normalized = normalizeWithMap(text)
  return mergeByStart(findWords(text, normalized), findBigrams(normalized))
}

/** Both lists are in order already; a word stands before a bigram that begins with it. */
function mergeByStart(words: readonly Term[], bigrams: readonly Term[]): Term[] {
  const merged: Term[] = []
  let next = 0
  for (const word of words) {
    for (let bigram = bigrams[next]; bigram && bigram.start < word.start; bigram = bigrams[++next]) merged.push(bigram)
    merged.push(word)
  }
  for (let bigram = bigrams[next]; bigram; bigram = bigrams[++next]) merged.push(bigram)
  return merged
}
