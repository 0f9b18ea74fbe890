import { hiraganaFunctionWords } from './stop-words.js'

const longest = Math.max(...[...hiraganaFunctionWords].map((word) => word.length))
/** Inflection that may stand between a kanji and the first function word: 使わ|れて, 新し|い (UTF-16 code units). */
const maxInflection = 2

/**
 * Is this run of hiragana nothing but particles, auxiliaries and the like, one after the other? After a kanji its first
 * characters may be that word's inflection.
 */
export function isHiraganaFunctionRun(run: string, options: { followsKanji: boolean }): boolean {
  const reachable = new Uint8Array(run.length + 1)
  for (let at = 0; at <= (options.followsKanji ? maxInflection : 0); at++) if (at <= run.length) reachable[at] = 1
  for (let at = 0; at < run.length; at++) {
    if (!reachable[at]) continue
    for (let length = 1; length <= longest && at + length <= run.length; length++) {
      if (hiraganaFunctionWords.has(run.slice(at, at + length))) reachable[at + length] = 1
    }
  }
  return reachable[run.length] === 1
}
