import { isHiraganaFunctionRun } from '../analysis/is-hiragana-function-run.js'
import { englishStopWords } from '../analysis/stop-words.js'
import { findSpelledLetters, spellOutLetters } from './letter-names.js'
import { generalSynonymWeight } from './synonym-group.js'

const hasJapanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
/** Higher than of other rules: the same sounds in the other kana seldom stand for anything else. */
const otherKanaWeight = 0.8
/** Lower: the two neighbouring characters of エーアイ stand in many other words. */
const readingWeight = 0.15
const kanaDistance = 0x60

/**
 * Other names that need no list: abbreviations and their letters read out (GPT, ジーピーティー), for Latin letters and
 * katakana; the same in the other kana (りんご, リンゴ). `written` is a run of one script within `text`.
 */
export function nameByRule(options: {
  written: string
  before: string
  text: string
}): { text: string; weight: number }[] {
  const { written, before, text } = options
  const run = written.normalize('NFKC')
  if (/^[\p{Script=Katakana}ー]{2,}$/u.test(run)) {
    const letters = findSpelledLetters(run)
    return [
      ...(letters ? [{ text: letters.toUpperCase(), weight: generalSynonymWeight }] : []),
      { text: run.replace(/[ァ-ヶ]/g, (kana) => shift(kana, -kanaDistance)), weight: otherKanaWeight },
    ]
  }
  if (/^[\p{Script=Hiragana}ー]{2,}$/u.test(run)) {
    const followsKanji = /\p{Script=Han}/u.test(before)
    if (isHiraganaFunctionRun(run, { followsKanji })) return []
    return [{ text: run.replace(/[ぁ-ゖ]/g, (kana) => shift(kana, kanaDistance)), weight: otherKanaWeight }]
  }
  const lower = run.toLowerCase()
  const isLowerAbbreviation = /^[a-z]+$/.test(run) && hasJapanese.test(text) && !englishStopWords.has(lower)
  if (!isLowerAbbreviation && !/^[A-Z]+$/.test(run)) return []
  return spellOutLetters(lower).map((reading) => ({ text: reading, weight: readingWeight }))
}

function shift(kana: string, distance: number): string {
  return String.fromCharCode(kana.charCodeAt(0) + distance)
}
