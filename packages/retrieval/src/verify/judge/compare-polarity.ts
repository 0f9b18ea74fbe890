import { foldText } from '@shutten/text'
import { findAntonym } from '../facts/find-antonym.js'
import type { Facts } from '../facts/read-facts.js'
import { compareOwnClause } from './compare-own-clause.js'
import { quasiNegative } from './quasi-negative.js'
import { splitClauses } from './split-clauses.js'

/** Of what follows a denial at the end of its clause: でした。, characters. */
const longestEnd = 4

/**
 * A word of the answer that is denied on one side and not on the other, or an antonym of the source's; null without one.
 * Across languages only whether anything is denied can be compared.
 */
export function findPolarityConflict(options: { said: Facts; held: Facts; isAcross: boolean }): string | null {
  const { said, held, isAcross } = options
  if (isAcross) return findAcross(said, held)
  const antonym = findAntonym({ said: said.text, held: held.text })
  if (antonym) return antonym
  const own = compareOwnClause(said, held)
  if (own) return own === 'differs' ? said.text : null
  const [saidTargets, heldTargets] = [targetsOf(said), targetsOf(held)]
  for (const target of saidTargets) if (holdsPlainly(held, target, heldTargets)) return target
  for (const target of heldTargets) if (holdsPlainly(said, target, saidTargets)) return target
  if (said.negations.length > 0 && held.negations.length === 0 && !quasiNegative.test(held.text))
    return said.negations[0]?.text ?? null
  const denied = findDeniedClause(said, held)
  return said.negations.length === 0 && denied && !quasiNegative.test(said.text) ? denied : null
}

const targetsOf = (facts: Facts) =>
  facts.negations.flatMap(({ target }) => (target ? [foldText(target.text)] : [])).filter((target) => target.length > 0)

/** Across languages: one side denies something, or says it is hard or not needed, and the other does not. */
export function isPolarityUnsure(options: { said: Facts; held: Facts }): boolean {
  const denies = (facts: Facts) => facts.negations.length > 0 || quasiNegative.test(facts.text)
  return denies(options.said) !== denies(options.held)
}

/** It has the word, never denied, and in a clause that does not end in a denial: 第二ビルに食堂はない says no more of 第二ビル than 第二ビルにはない. */
function holdsPlainly(facts: Facts, target: string, denied: readonly string[]): boolean {
  if (denied.some((other) => other.includes(target) || target.includes(other))) return false
  const ends = splitClauses(facts.text).filter(({ start, end }) =>
    facts.negations.some(
      (negation) => negation.start >= start && negation.end <= end && end - negation.end <= longestEnd,
    ),
  )
  return facts.terms.some(
    ({ folded, start, end }) =>
      (folded === target || (target.length >= 2 && folded.includes(target))) &&
      !ends.some((clause) => start >= clause.start && end <= clause.end),
  )
}

/** A denied clause of the source that the answer speaks of: half of its words are in the answer. */
function findDeniedClause(said: Facts, held: Facts): string | null {
  for (const clause of splitClauses(held.text)) {
    const negation = held.negations.find(({ start }) => start >= clause.start && start < clause.end)
    if (!negation) continue
    const terms = held.terms.filter(({ start, end }) => start >= clause.start && end <= clause.end && end - start >= 2)
    const shared = terms.filter(({ folded }) => said.folded.includes(folded))
    if (terms.length > 0 && shared.length >= 2 && shared.length / terms.length >= 0.5) return negation.text
  }
  return null
}

function findAcross(said: Facts, held: Facts): string | null {
  const saidDenies = said.negations.length > 0
  const heldDenies = held.negations.length > 0
  if (saidDenies && !heldDenies && !quasiNegative.test(held.text)) return said.negations[0]?.text ?? null
  const last = held.negations.at(-1)
  const endsDenied = last !== undefined && held.text.length - last.end <= 8
  return endsDenied && !saidDenies && !quasiNegative.test(said.text) ? last.text : null
}
