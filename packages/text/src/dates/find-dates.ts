import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import { parseJapaneseNumber } from '../quantities/parse-japanese-number.js'
import type { TextSpan } from '../spans/text-span.js'

/** A day, month or year of the calendar, as far as the text tells; null for the parts that it leaves out. */
export interface CalendarDate extends TextSpan {
  /** Of the common era: 令和5年 is 2023. */
  year: number | null
  /** 1 to 12. */
  month: number | null
  /** 1 to 31. */
  day: number | null
  text: string
}

const eraStarts: Record<string, number> = {
  明治: 1868,
  大正: 1912,
  昭和: 1926,
  平成: 1989,
  令和: 2019,
  m: 1868,
  t: 1912,
  s: 1926,
  h: 1989,
  r: 2019,
}
const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month =
  '(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)'
const numeral = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const notInside = '(?<![\\p{Script=Latin}\\d]|[\\d\\p{Script=Latin}][-./:])'
const year = '(?:1\\d|20)\\d\\d'
const noUnit = '(?!\\d|[.,:/-]\\d|s(?!\\p{L}))'

/** The more telling first: what one of them has taken, the later ones leave. */
const patterns = [
  `(?<era>明治|大正|昭和|平成|令和)\\s?(?<eraYear>元|${numeral})年度?(?:\\s?(?<month>${numeral})月(?:\\s?(?<day>${numeral})日)?)?`,
  `${notInside}(?<era>[mtshr])(?<eraYear>\\d{1,2})[./](?<month>\\d{1,2})[./](?<day>\\d{1,2})${noUnit}`,
  `(?<![\\d〇一二三四五六七八九千])(?<year>[12]\\d{3}|[一二][〇一二三四五六七八九]{3})\\s?年(?!代|間|前|もの|[\\p{Script=Han}]{0,2}ぶり)度?(?:\\s?(?<month>${numeral})月(?:\\s?(?<day>${numeral})日)?)?`,
  `${notInside}(?<year>${year})(?<stroke>[-/.])(?<month>0?[1-9]|1[0-2])(?:\\k<stroke>(?<day>0?[1-9]|[12]\\d|3[01]))?${noUnit}`,
  `(?<![\\d一二三四五六七八九十かヶカ])(?<month>${numeral})月(?!間)(?:\\s?(?<day>${numeral})日(?!間))?`,
  `(?<!\\p{L})(?<monthName>${month})(?!\\p{L}) (?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[.:]\\d)(?:,? (?<year>${year})${noUnit})?`,
  `(?<![\\d.,])(?<day>\\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<monthName>${month})(?!\\p{L})(?:,? (?<year>${year})${noUnit})?`,
  `(?<!\\p{L})(?<monthName>${month})(?!\\p{L}),? (?:of )?(?<year>${year})${noUnit}`,
  `(?<=(?:^|\\P{L})(?:in|since|by|until|from|of|during|late|early|mid)[ -])(?<monthName>${month})(?!\\p{L})`,
  `(?<=(?:^|\\P{L})(?:in|since|by|until|till|from|to|through|before|after|during|of|around|and|late|early|mid)[ -])(?<year>${year})(?! ?[\\p{L}%$])${noUnit}`,
  `(?<=(?:^|\\P{L})(?:in|since|by|until|till|during) )(?<year>${year})${noUnit}`,
  `(?<=[(（][^()（）]{0,40})(?<year>${year})(?=[)）])`,
].map((pattern) => new RegExp(pattern, 'gu'))

/**
 * The dates of a text in order, whole or partial: 2023年4月1日, 2023/4/1, 令和5年, R5.4.1, April 1, 2023, 4月, in 2018.
 * Durations (5年間, 3か月), decades (1990s, 2020年代) and plain numbers are none.
 */
export function findDates(text: string): CalendarDate[] {
  const { text: folded, sourceSpan } = normalizeWithMap(text)
  const dates: CalendarDate[] = []
  for (const pattern of patterns)
    for (const match of folded.matchAll(pattern)) {
      const span = sourceSpan(match.index, match.index + match[0].length)
      if (dates.some((known) => known.start < span.end && span.start < known.end)) continue
      // May and march are words unless they are written as names.
      if (match.groups?.monthName && !/\p{Lu}/u.test(text.slice(span.start, span.end))) continue
      const parts = readParts(match.groups ?? {})
      if (parts) dates.push({ ...parts, ...span, text: text.slice(span.start, span.end) })
    }
  return dates.sort((a, b) => a.start - b.start)
}

function readParts(groups: Record<string, string | undefined>): Pick<CalendarDate, 'year' | 'month' | 'day'> | null {
  const number = (part: string | undefined) => (part === undefined ? null : parseJapaneseNumber(part))
  const { era, eraYear, monthName } = groups
  const start = era === undefined ? undefined : eraStarts[era]
  const yearOfEra = eraYear === '元' ? 1 : number(eraYear)
  const month = monthName ? monthNames.indexOf(monthName.slice(0, 3)) + 1 : number(groups.month)
  const day = number(groups.day)
  if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null
  return { year: start !== undefined && yearOfEra ? start + yearOfEra - 1 : number(groups.year), month, day }
}
