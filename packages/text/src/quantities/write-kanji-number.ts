import { isWrittenNumber } from './is-written-number.js'
import { parseJapaneseNumber } from './parse-japanese-number.js'
import { unitPattern } from './units.js'

/** Not after a digit or another kanji, but for those that stand before numbers (第, 昭和, 月 of 十二月二十五日). */
export const kanjiNumberPattern = new RegExp(
  `(?<!\\d|(?![第約計全各毎暦和正治成年月日時分])\\p{Script=Han})(?<numerals>[〇一二三四五六七八九十百千万億兆]{1,20})(?=(?<unit>${unitPattern})?)`,
  'gu',
)

/**
 * What a match of `kanjiNumberPattern` says in digits, its 万, 億 and 兆 left standing: 十二 is 12, 二〇二四 is 2024,
 * 千七百五十億 is 1750億. Null where it is no number (一般, 三重県, 四国, 万葉集).
 */
export function writeKanjiNumber(match: RegExpExecArray): string | null {
  const { numerals = '', unit } = match.groups ?? {}
  if (parseJapaneseNumber(numerals) === null) return null
  const before = match.input[match.index - 1] ?? ''
  const after = match.input[match.index + numerals.length + (unit?.length ?? 0)] ?? ''
  if (!isWrittenNumber({ numerals, unit, before, after })) return null
  return numerals.replace(/[^万億兆]+/g, (part) => String(parseJapaneseNumber(part) ?? part))
}
