import type { TextSpan } from '@shutten/text'
import { compareDate, compareNumber } from '../facts/compare-numbers.js'
import type { Facts } from '../facts/read-facts.js'
import type { Stretch } from '../source/source-text.js'
import { splitClauses } from './split-clauses.js'

const topicEnd = /(?:は|では|には|とは|も)、$/u
const overlaps = (a: TextSpan, b: TextSpan) => a.start < b.end && b.start < a.end

/**
 * A number that the answer gives to another thing than the source does: the clause of the source that holds it names
 * something that the answer does not, and not what the answer names. Null where none is.
 */
export function findMisboundNumber(options: { said: Facts; source: Stretch }): string | null {
  const { said, source } = options
  const held = source.facts
  if (said.names.length === 0 || held.names.length < 2) return null
  const saidKeys = new Set(said.names.map(({ key }) => key))
  const saidClauses = splitClauses(said.text)
  const heldClauses = splitClauses(held.text)
  const isAbout = (name: Facts['names'][number]) => source.context.names.find(name) !== null
  const all = [...said.numbers.numbers.filter(({ isWord }) => !isWord), ...said.numbers.dates]
  for (const number of all) {
    const own = namesNear(said, saidClauses, number)
    if (own.length === 0) continue
    const holding = heldClauses.filter((clause) => holds(held, clause, number))
    if (holding.length === 0) continue
    const isMisbound = holding.every((clause) => {
      const names = namesNear(held, heldClauses, clause)
      const keys = new Set(names.map(({ key }) => key))
      const misses = own.some(
        (name) => !keys.has(name.key) && !isAbout(name) && held.names.some(({ key }) => key === name.key),
      )
      const hasOther = names.some((name) => name.certainty === 'firm' && !saidKeys.has(name.key) && !isAbout(name))
      return misses && hasOther
    })
    if (isMisbound) return said.text.slice(number.start, number.end)
  }
  return null
}

/** Names in the clause of a span and in the topic that it is under (BERTは、…); failing that, in the nearest before. */
function namesNear(facts: Facts, clauses: readonly TextSpan[], span: TextSpan): Facts['names'] {
  const at = clauses.findIndex((clause) => overlaps(clause, span))
  const found: Facts['names'] = []
  for (let i = at; i >= 0; i--) {
    const clause = clauses[i]
    if (!clause) continue
    const names = facts.names.filter((name) => overlaps(name, clause) && (i === at || name.certainty === 'firm'))
    const isTopic = i < at && topicEnd.test(facts.text.slice(clause.start, clause.end))
    if (i === at || isTopic || (found.length === 0 && facts.language === 'ja')) found.push(...names)
    if (isTopic) break
  }
  return found
}

type Number_ = Facts['numbers']['numbers'][number] | Facts['numbers']['dates'][number]

function holds(facts: Facts, clause: TextSpan, number: Number_): boolean {
  const inside = {
    numbers: facts.numbers.numbers.filter((one) => overlaps(one, clause)),
    dates: facts.numbers.dates.filter((one) => overlaps(one, clause)),
  }
  return ('value' in number ? compareNumber(number, inside) : compareDate(number, inside)) !== 'differs'
}
