import type { CalendarDate, TextSpan } from '@shutten/text'
import { compareDate, compareNumber, isSameMeasure } from '../facts/compare-numbers.js'
import type { FactNumber } from '../facts/find-numbers.js'
import type { Facts } from '../facts/read-facts.js'
import { splitClauses } from './split-clauses.js'

/** 3億4000万 and 約3億4,000万 are no words that tell. */
const quantity = /^(?:約|およそ)?[\d〇一二三四五六七八九十百千]/u
const overlaps = (a: TextSpan, b: TextSpan) => a.start < b.end && b.start < a.end

/**
 * A number that the source gives to something else in the same sentence: 「全種類で2.4、新規の種類で8.3」 does not hold that
 * it is 2.4 for 新規. Told by the words of the parallel clauses; null where there are none, or they do not tell.
 */
export function findMisplacedNumber(said: Facts, held: Facts): string | null {
  const saidClauses = splitClauses(said.text)
  const heldClauses = splitClauses(held.text)
  if (heldClauses.length < 2) return null
  const firm = said.numbers.numbers.filter(({ isWord }) => !isWord)
  for (const number of [...firm, ...said.numbers.dates]) {
    const around = saidClauses.find((clause) => overlaps(clause, number)) ?? { start: 0, end: said.text.length }
    const own = said.terms
      .filter((term) => overlaps(term, around) && !overlaps(term, number))
      .map(({ folded }) => folded)
    const holding = heldClauses.filter((clause) => holdsSame(held, clause, number))
    const [right] = holding
    if (!right || holding.length > 1 || own.length === 0) continue
    const rivals = heldClauses.filter((clause) => clause !== right && holdsOther(held, clause, number))
    const rightWords = wordsOf(held, right)
    // A clause without words of its own goes on about what the one before it names.
    if (!rightWords.some((word) => !said.folded.includes(word))) continue
    for (const rival of rivals) {
      const rivalWords = wordsOf(held, rival)
      const onlyRival = own.filter((term) => has(rivalWords, term) && !has(rightWords, term))
      const onlyRight = own.filter((term) => has(rightWords, term) && !has(rivalWords, term))
      if (onlyRival.length > 0 && onlyRight.length === 0) return said.text.slice(number.start, number.end)
    }
  }
  return null
}

const has = (words: readonly string[], term: string) => words.some((word) => word === term || word.includes(term))

/** Words of a clause; in Japanese up to its last number, as those after it are the predicate, which parallel clauses share. */
function wordsOf(facts: Facts, clause: TextSpan): string[] {
  const numbers = [...facts.numbers.numbers, ...facts.numbers.dates].filter((one) => overlaps(one, clause))
  const last = facts.language === 'ja' ? Math.max(clause.start, ...numbers.map(({ end }) => end)) : clause.end
  return facts.terms
    .filter((term) => overlaps(term, clause) && term.start < last && !quantity.test(term.folded))
    .map(({ folded }) => folded)
}

function holdsSame(facts: Facts, clause: TextSpan, number: FactNumber | CalendarDate): boolean {
  const inside = {
    numbers: facts.numbers.numbers.filter((one) => overlaps(one, clause)),
    dates: facts.numbers.dates.filter((one) => overlaps(one, clause)),
  }
  return ('value' in number ? compareNumber(number, inside) : compareDate(number, inside)) !== 'differs'
}

function holdsOther(facts: Facts, clause: TextSpan, number: FactNumber | CalendarDate): boolean {
  if (!('value' in number)) return facts.numbers.dates.some((one) => overlaps(one, clause))
  return facts.numbers.numbers.some(
    (one) => !one.isWord && overlaps(one, clause) && isSameMeasure(one.unit, number.unit),
  )
}
