import { findQuantities, foldText } from '@shutten/text'
import type { AskedType } from './find-asked-type.js'

const reasons =
  /ため|から|ので|により|によって|理由|原因|せいで|おかげ|\b(because|due to|since|so that|in order to|caused|reason)\b/i
/** Folded: years, months, days, centuries, and four digits that stand alone. */
const dates =
  /\d{1,4}年代?|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日|\d{1,2}世紀|(?:明治|大正|昭和|平成|令和)元年|\d{1,2}(?:st|nd|rd|th)?centur(?:y|ies)|(?<!\d)(?:1\d|20)\d\d(?!\d)|(?<!\d)\d{1,2}:\d\d|\d{1,2}時/g

const money =
  /[\d〇一二三四五六七八九十百千万億兆]\s?(?:円|ドル|米ドル|ユーロ|ポンド|元|ウォン|フラン|マルク|ルピー|リラ|両|銭|文)|[$¥€£]\s?\d|\d\s?(?:dollars?|yen|euros?|pounds?|USD|JPY|EUR)|無料|free of charge/i

/**
 * Whether a text holds a thing of the asked type that the question does not say itself; null where that cannot be told
 * from the words: names of persons and places look like any other.
 */
export function holdsAskedType(options: { text: string; type: AskedType | null; question: string }): boolean | null {
  const { text, type, question } = options
  if (type === 'reason') return reasons.test(text)
  if (type === 'date') return holdsNewDate(text, question)
  if (type === 'quantity') return holdsNewNumber(text, question)
  if (type === 'money') return money.test(text)
  return null
}

function holdsNewDate(text: string, question: string): boolean {
  const asked = foldText(question)
  return (foldText(text).match(dates) ?? []).some((date) => !asked.includes(date))
}

function holdsNewNumber(text: string, question: string): boolean {
  const asked = new Set(findQuantities(question).map(({ value }) => value))
  return (
    findQuantities(text).some(({ value }) => !asked.has(value)) ||
    /数十|数百|数千|数万|数億|数兆|半分|\b(dozens?|hundreds|thousands|half)\b/.test(text)
  )
}
