import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import type { TextSpan } from '../spans/text-span.js'
import { isWrittenNumber } from './is-written-number.js'
import { parseJapaneseNumber, round } from './parse-japanese-number.js'
import { canonicalUnit, englishUnitPattern, unitPattern } from './units.js'

/** A number with what it counts. `text` is the slice of the source, number and unit. */
export interface Quantity extends TextSpan {
  value: number
  /**
   * Folded as `normalizeWithMap` folds, with one name for each unit: パーセント and percent are %, dollars and $ are ドル,
   * hours are 時間, GB is gb. Null where none is written.
   */
  unit: string | null
  text: string
}

const multipliers: Record<string, number> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  k: 1e3,
  m: 1e6,
  b: 1e9,
  t: 1e12,
}
const numberWords: Record<string, number> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, value) => [word, value]),
)
const arabic = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const word = 'hundred|thousand|million|billion|trillion'

/** Not inside a name (GPT-3, COCO2017), a version (1.2.3) or a longer number. */
const notInside = '(?<![\\p{Script=Latin}\\d]|\\p{Script=Latin}[-‐–_./:,]|\\d[./:,]|\\d-(?=\\d+-\\d)|\\d-\\d{1,4}-)'
const arabicQuantity = new RegExp(
  `${notInside}(?<sign>(?<=^|[\\s(（「、。])[-−]|マイナス)?(?<currency>[$¥€])?(?<number>(?:${arabic})(?:(?: ?[万億兆]|[百千]+[万億兆]?)(?:${arabic})?)*)(?!\\d|[.:/,]\\d|-\\d{1,4}-\\d)(?: ?(?<suffix>${word})(?![\\p{Script=Latin}])|(?<letter>[kmbt])(?![\\p{Script=Latin}\\d/]))?(?:st|nd|rd|th)?(?:[ -]?(?<english>${englishUnitPattern})| ?(?<unit>${unitPattern}))?`,
  'gu',
)
const kanjiQuantity = new RegExp(
  `(?<![\\p{Script=Han}\\d])(?<number>[〇一二三四五六七八九十百千万億兆]{1,20})(?<unit>${unitPattern})?`,
  'gu',
)
const wordQuantity = new RegExp(
  `(?<![\\p{Script=Latin}\\d-])(?<number>${Object.keys(numberWords).join('|')}) (?<suffix>${word})(?![\\p{Script=Latin}])(?:[ -](?<english>${englishUnitPattern}))?`,
  'gu',
)
const numerals = '[〇一二三四五六七八九十百千万]{1,4}'
const fraction = new RegExp(
  `(?<![\\p{Script=Han}\\p{Script=Latin}\\d.,])(?<whole>\\d{1,4}|${numerals})分の(?<part>\\d{1,4}|${numerals})`,
  'gu',
)

/**
 * The numbers of a text in order, with their multipliers worked out: 1,750億 and 175 billion are 1.75e11, 1.5B is 1.5e9,
 * 二十一世紀 is 21. Tenths and fractions are percent: 3割 is 30, 8分の1 is 12.5. Kanji numerals count where they cannot be
 * part of a word. Digits inside names, versions, dates written with strokes, and times are left out.
 */
export function findQuantities(text: string): Quantity[] {
  const { text: folded, sourceSpan } = normalizeWithMap(text)
  const quantities: Quantity[] = []
  for (const match of folded.matchAll(fraction)) {
    const whole = parseJapaneseNumber(match.groups?.whole ?? '')
    const part = parseJapaneseNumber(match.groups?.part ?? '')
    if (whole && part !== null) add(match, (100 * part) / whole, '%')
  }
  for (const match of folded.matchAll(arabicQuantity)) {
    const { sign, currency, number = '', suffix, letter, english, unit } = match.groups ?? {}
    const value = parseJapaneseNumber(number.replaceAll(' ', ''))
    if (value === null) continue
    const source = sourceSpan(match.index, match.index + match[0].length)
    const isMeters = letter === 'm' && !/M(?:\P{L}|$)/u.test(text.slice(source.start, source.end))
    const factor = isMeters ? 1 : (multipliers[suffix ?? letter ?? ''] ?? 1)
    const named = english ?? unit ?? (isMeters ? 'm' : currency)
    add(match, (sign ? -1 : 1) * value * factor, currency && !english ? currency : named)
  }
  for (const match of folded.matchAll(kanjiQuantity)) {
    const { number = '', unit } = match.groups ?? {}
    const value = parseJapaneseNumber(number)
    const before = folded[match.index - 1] ?? ''
    const after = folded[match.index + match[0].length] ?? ''
    // The analyser, which shares `isWrittenNumber`, leaves 三割 as it stands.
    const isWritten = unit === '割' || isWrittenNumber({ numerals: number, unit, before, after })
    if (value !== null && isWritten) add(match, value, unit)
  }
  for (const match of folded.matchAll(wordQuantity)) {
    const { number = '', suffix = '', english } = match.groups ?? {}
    add(match, (numberWords[number] ?? 0) * (multipliers[suffix] ?? 1), english)
  }
  return quantities.sort((a, b) => a.start - b.start)

  function add(match: RegExpExecArray, value: number, unit: string | undefined) {
    const span = sourceSpan(match.index, match.index + match[0].length)
    if (quantities.some((known) => known.start < span.end && span.start < known.end)) return
    const isTenths = unit === '割'
    quantities.push({
      value: round(isTenths ? value * 10 : value),
      unit: isTenths ? '%' : unit ? canonicalUnit(unit) : null,
      text: text.slice(span.start, span.end),
      ...span,
    })
  }
}
