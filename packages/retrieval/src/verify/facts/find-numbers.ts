import { type CalendarDate, findDates, findQuantities, type Quantity } from '@shutten/text'

/** Which side of a number its words leave open. */
export type Bound = 'at-least' | 'at-most' | 'about' | null

export interface FactNumber extends Quantity {
  bound: Bound
  /** Written as a word (two, 一つ) or part of a name (DALL·E 2): a matter of style as much as of fact. */
  isWord: boolean
}

export interface FactNumbers {
  numbers: FactNumber[]
  dates: CalendarDate[]
}

const words =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const wordNumber = new RegExp(
  `(?<![\\p{L}\\d-])(?:(?<tens>${tens.join('|')})(?:[- ](?<ones>${words.slice(1, 10).join('|')}))?|(?<small>${words.join('|')}))(?![\\p{L}\\d]|-shot| (?:hundred|thousand|million|billion|trillion)\\b)`,
  'giu',
)
const half = /半分|半数|(?<![\p{L}-])half(?!\p{L})/giu

const atLeastBefore =
  /(?:少なくとも|最低(?:でも)?|more than|over|at least|above|exceed(?:s|ed|ing)?|greater than|upwards? of|no (?:less|fewer) than)\s*(?:約)?$/iu
const atLeastAfter =
  /^\s*(?:個|人|件|語|基|台|本|枚)?(?:以上|超|を超え|を上回|より(?:多|大き)|あまり|余り|or more|and (?:above|more))/iu
const atMostBefore =
  /(?:最大(?:で)?|最高|高々|up to|at most|less than|fewer than|under|below|no more than|a maximum of)\s*(?:約)?$/iu
const atMostAfter =
  /^\s*(?:個|人|件|語|基|台|本|枚)?(?:以下|未満|以内|まで(?!に)|弱|を下回|に満たな|or (?:less|fewer))/iu
const aboutBefore =
  /(?:約|およそ|おおよそ|ほぼ|about|around|approximately|roughly|nearly|almost|some|circa|~|～|〜)\s*$/iu
const aboutAfter = /^\s*(?:個|人|件|語|基|台|本|枚)?(?:ほど|程度|前後|くらい|ぐらい)/u

/** The numbers and dates of a text. A number of four digits without a unit may be a year, and stands among the dates too. */
export function findNumbers(text: string): FactNumbers {
  const dates = findDates(text)
  const overlaps = (span: { start: number; end: number }) =>
    dates.some((date) => date.start < span.end && span.start < date.end)
  const numbers: FactNumber[] = findQuantities(text)
    .filter((quantity) => !overlaps(quantity))
    .map((quantity) => ({ ...quantity, bound: findBound(text, quantity), isWord: isStyle(text, quantity) }))
  const addWord = (start: number, found: string, value: number, unit: string | null) => {
    const span = { start, end: start + found.length }
    if (overlaps(span) || numbers.some((known) => known.start < span.end && span.start < known.end)) return
    numbers.push({ ...span, text: found, value, unit, bound: findBound(text, span), isWord: true })
  }
  for (const match of text.matchAll(wordNumber)) {
    const { tens: ten, ones, small } = match.groups ?? {}
    const value = ten
      ? (tens.indexOf(ten.toLowerCase()) + 2) * 10 + (ones ? words.indexOf(ones.toLowerCase()) : 0)
      : words.indexOf((small ?? '').toLowerCase())
    addWord(match.index, match[0], value, null)
  }
  for (const match of text.matchAll(half)) addWord(match.index, match[0], 50, '%')
  return { numbers: numbers.sort((a, b) => a.start - b.start), dates }
}

/** 一つ and two, and the 2 of DALL·E 2, which is part of a name. */
function isStyle(text: string, { start, unit, text: written }: Quantity): boolean {
  const isOfName = unit === null && /\p{Lu}[\p{Script=Latin}·-]*\s?$/u.test(text.slice(0, start))
  return isOfName || !/\d/.test(written.normalize('NFKC'))
}

function findBound(text: string, { start, end }: { start: number; end: number }): Bound {
  const before = text.slice(Math.max(0, start - 20), start)
  const after = text.slice(end, end + 14)
  if (atLeastBefore.test(before) || atLeastAfter.test(after)) return 'at-least'
  // 10から100まで is a range, not a bound.
  if (/から\s*$/u.test(before)) return null
  if (atMostBefore.test(before) || atMostAfter.test(after)) return 'at-most'
  return aboutBefore.test(before) || aboutAfter.test(after) ? 'about' : null
}
