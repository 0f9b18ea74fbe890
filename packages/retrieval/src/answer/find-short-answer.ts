import { findQuantities, foldText, type TextSpan } from '@shutten/text'
import { type AskedType, findAskedType, findAskedUnit } from '../question/find-asked-type.js'
import { readRecord } from './read-record.js'

/** Longer ones are no short answer. */
const maxLength = 24
const date =
  /(?:(?:紀元前)?\s?[\d０-９]{1,4}\s?年代?(?:度)?(?:\s?[\d０-９]{1,2}\s?月(?:\s?[\d０-９]{1,2}\s?日)?)?(?:初頭|末|頃|ごろ|春|夏|秋|冬)?|[\d０-９]{1,2}\s?月\s?[\d０-９]{1,2}\s?日|(?:紀元前)?[\d０-９一二三四五六七八九十]{1,3}\s?世紀(?:初頭|後半|前半|末)?|\b(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\s(?:\d{1,2},?\s)?)?(?:1\d|20)\d\d\b)/g
const calendar = /^(?:年|月|日|世紀|年代|年度)$/
const endsInParticle = /(?:は|が|を|に|へ|で|と|も|の|や|から|まで|より|です|ます|した|いる|ある|れる|する)$/
const beginsInParticle = /^(?:は|が|を|に|へ|で|と|も|の|や|、|。|,)/

/**
 * The words of a sentence that answer by themselves, to be told first; offsets into `text`. Null where the question does
 * not ask for a number, a date, a person or a place, or where what the reader points at is not one. Of a table's row it is
 * the value of the column that the question names.
 *
 * @param options.span where the reader points, offsets into `text`
 */
export function findShortAnswer(options: { question: string; text: string; span: TextSpan | null }): TextSpan | null {
  const { question, text, span } = options
  const cell = findNamedCell(question, text)
  if (cell) return cell
  const type = findAskedType(question)
  if (!span || !type) return null
  if (type === 'quantity' || type === 'money') return only(findCandidates(question, text), span, text)
  if (type === 'date')
    return only(
      [...text.matchAll(date)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
      span,
      text,
    )
  return isNominal(type, text.slice(span.start, span.end)) ? span : null
}

function findNamedCell(question: string, text: string): TextSpan | null {
  const asked = foldText(question)
  const cells = readRecord(text) ?? []
  const named = cells.filter(({ name }) => asked.includes(foldText(name)))
  // The first column is what the rows are about: 「玉藻灯台の高さ」 names it, and asks for another.
  const values = named.length > 1 ? named.filter((one) => one !== cells[0]) : named
  const [cell] = values
  if (!cell || values.length > 1 || cell.value.length > maxLength || asked.includes(foldText(cell.value))) return null
  return { start: cell.start, end: cell.end }
}

/** Where a sentence holds several numbers that could be meant, the reader's finger is not steady enough to tell one by itself. */
function findCandidates(question: string, text: string): readonly TextSpan[] {
  const unit = findAskedUnit(question)
  const quantities = findQuantities(text).filter((quantity) =>
    unit === null ? quantity.unit === null || !calendar.test(quantity.unit) : quantity.unit === unit,
  )
  const counted = quantities.filter((quantity) => quantity.unit !== null)
  const candidates = counted.length > 0 ? counted : quantities
  return candidates.length === 1 ? candidates : []
}

/** The one that the span touches; of several, none is it for sure. */
function only(found: readonly TextSpan[], span: TextSpan, text: string): TextSpan | null {
  const touched = found.filter(({ start, end }) => start < span.end && end > span.start)
  const [first] = touched
  if (!first || touched.length > 1) return null
  // 約, 以上 and what is counted may stand around the number: what the reader points at is whole then.
  const start = Math.min(
    first.start,
    /^(?:約|およそ|最大|最小|少なくとも)\s*$/.test(text.slice(span.start, first.start)) ? span.start : first.start,
  )
  const end = /^\s?(?:以上|以下|未満|超|程度|ほど|近く|あまり|余り|人|倍|個|もの)/.exec(text.slice(first.end))
  const last = first.end + (end?.[0].length ?? 0)
  // 12 of 12-billion, or of a name, is not what is told.
  return /^[-‐–]?[\p{Script=Latin}\d]/u.test(text.slice(last)) ? null : { start, end: last }
}

function isNominal(type: AskedType, words: string): boolean {
  const isName = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}]/u.test(words)
  return (
    (type === 'person' || type === 'place') &&
    isName &&
    words.length <= maxLength &&
    words === words.trim() &&
    !/[、。,;；]/.test(words) &&
    !endsInParticle.test(words) &&
    !beginsInParticle.test(words)
  )
}
