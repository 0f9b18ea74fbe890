import type { NormalizedText } from '../normalization/normalize-with-map.js'
import { replaceWithMap } from '../normalization/replace-with-map.js'
import type { Folding, Replacement } from './folding.js'
import { bigramFoldings, kanaFoldings, wordFoldings } from './kana-foldings.js'
import { textFoldings } from './text-foldings.js'

/** Writes alike what is written in several ways, at the three places where analysis needs it. */
export interface Spelling {
  /** Before words are found. */
  foldText(normalized: NormalizedText): NormalizedText
  /** A word of a text that `foldText` gave. */
  foldWord(word: string): string
  /** A text that `foldText` gave, for its neighbouring characters. */
  foldForBigrams(normalized: NormalizedText): NormalizedText
  /** A text that `foldText` gave, all its words as `foldWord` writes them. */
  foldWords(normalized: NormalizedText): NormalizedText
}

/** Foldings named in `without` are left out. */
export function createSpelling({ without = [] }: { without?: readonly Folding[] } = {}): Spelling {
  const choose = (foldings: Partial<Record<Folding, readonly Replacement[]>>) =>
    Object.entries(foldings).flatMap(([name, replacements]) => (without.includes(name as Folding) ? [] : replacements))
  const [ofText, ofKana] = [choose(textFoldings), choose(kanaFoldings)]
  const ofWord = [...ofKana, ...choose(wordFoldings)]
  const ofBigrams = [...ofKana, ...choose(bigramFoldings)]
  return {
    foldText: (normalized) => ofText.reduce(replaceWithMap, normalized),
    foldWord: (word) => (mayChange.test(word) ? ofWord.reduce(replaceAll, word) : word),
    foldForBigrams: (normalized) => ofBigrams.reduce(replaceWithMap, normalized),
    foldWords: (normalized) => ofWord.reduce(replaceWithMap, normalized),
  }
}

/** All that the foldings of a word look for. */
const mayChange = /[\p{Script=Katakana}ー々〻ゝゞ]/u

function replaceAll(text: string, { pattern, replace }: Replacement): string {
  let result = ''
  let kept = 0
  for (const match of text.matchAll(pattern)) {
    const replacement = replace(match)
    if (replacement === null) continue
    result += text.slice(kept, match.index) + replacement
    kept = match.index + match[0].length
  }
  return kept === 0 ? text : result + text.slice(kept)
}
