import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import { createSpelling } from '../spelling/create-spelling.js'
import type { Folding } from '../spelling/folding.js'
import { findBigrams } from './find-bigrams.js'
import { findWords } from './find-words.js'
import type { Term } from './term.js'

export type Analyze = (text: string) => Term[]

/** An analyser without some foldings of spelling, to measure what each of them brings. Index and query must share one. */
export function createAnalyzer({ without = [] }: { without?: readonly Folding[] } = {}): Analyze {
  const spelling = createSpelling({ without })
  return (text) => {
    const normalized = spelling.foldText(normalizeWithMap(text))
    const words = findWords(text, normalized).flatMap((word) => {
      const term = spelling.foldWord(word.term)
      return term === '' ? [] : [{ ...word, term }]
    })
    return mergeByStart(words, findBigrams(spelling.foldForBigrams(normalized)))
  }
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
