import { compareDate, compareNumber } from '../facts/compare-numbers.js'
import { compareStrength } from '../facts/compare-strength.js'
import type { NameIndex } from '../facts/index-names.js'
import type { Facts } from '../facts/read-facts.js'
import { isAcrossLanguages } from '../source/is-across-languages.js'
import type { Stretch } from '../source/source-text.js'
import { findMisboundNumber } from './compare-binding.js'
import { findPolarityConflict, isPolarityUnsure } from './compare-polarity.js'
import { findExclusion } from './find-exclusion.js'
import { findFormerValue } from './find-former-value.js'
import { findMisplacedNumber } from './find-misplaced-number.js'
import { findReplacedName } from './find-replaced-name.js'
import { findReversedRoles } from './find-reversed-roles.js'
import { findSwappedComparison } from './find-swapped-comparison.js'
import { findSwappedRole } from './find-swapped-role.js'
import { measureCoverage } from './measure-coverage.js'

/** Why a stretch of a source does not hold a sentence, or not all of it. */
export type Flaw =
  | 'number'
  | 'date'
  | 'name'
  | 'binding'
  | 'negation'
  | 'bound'
  | 'exaggeration'
  | 'hedge'
  | 'uncertain-name'
  | 'uncertain-number'

export interface Comparison {
  /** The source says otherwise, or does not say it: such a sentence is unsupported. */
  contradictions: Flaw[]
  /** What keeps it from being supported in full. */
  weaknesses: Flaw[]
  /** Share of the sentence's content words that the source or its headings hold, 0 to 1; null across languages. */
  coverage: number | null
}

/** Holds a sentence of an answer against a stretch of a source: numbers, dates, names, what is denied, how sure it is. */
export function compareClaim(options: { said: Facts; source: Stretch; passageNames: NameIndex }): Comparison {
  const { said, source, passageNames } = options
  const held = source.facts
  const isAcross = isAcrossLanguages(said, source)
  const contradictions: Flaw[] = []
  const weaknesses: Flaw[] = []
  const context = source.context.facts

  for (const number of said.numbers.numbers) {
    const verdict = compareNumber(number, held.numbers)
    if (verdict === 'agrees') continue
    if (verdict === 'loosened') weaknesses.push('bound')
    else if (compareNumber(number, context.numbers) === 'differs') {
      if (isStyle(number.value, number.isWord)) continue
      if (number.isWord) weaknesses.push('uncertain-number')
      else contradictions.push('number')
    }
  }
  for (const date of said.numbers.dates)
    if (compareDate(date, held.numbers) === 'differs' && compareDate(date, context.numbers) === 'differs')
      contradictions.push('date')
  for (const name of said.names) {
    const found = [source.names.find(name), source.context.names.find(name)]
    if (found.includes('held') || (isAcross && found.includes('sounds-like'))) continue
    const elsewhere = passageNames.find(name)
    if (elsewhere === 'held' || (elsewhere && isAcross)) weaknesses.push('uncertain-name')
    else if (name.certainty === 'firm' && !(isAcross && name.script === 'kanji')) contradictions.push('name')
    else weaknesses.push('uncertain-name')
  }
  if (!isAcross && findReplacedName(said, held, context)) contradictions.push('name')
  if (findMisboundNumber({ said, source }) || findSwappedRole({ said, source })) contradictions.push('binding')
  else if (!isAcross && (findMisplacedNumber(said, held) || findSwappedComparison(said, held)))
    contradictions.push('binding')
  else if (findReversedRoles(said, held) || findFormerValue(said, held)) contradictions.push('binding')
  if (isAboutAnother({ said, source })) weaknesses.push('uncertain-name')
  if (findPolarityConflict({ said, held, isAcross }) || (!isAcross && findExclusion({ said, source })))
    contradictions.push('negation')
  else if (isAcross && isPolarityUnsure({ said, held })) weaknesses.push('negation')
  const strength = compareStrength({ said: said.text, held: `${held.text}\n${context.text}` })
  if (strength.isExaggerated) weaknesses.push('exaggeration')
  if (compareStrength({ said: said.text, held: held.text }).isUnhedged) weaknesses.push('hedge')
  return { contradictions, weaknesses, coverage: isAcross ? null : measureCoverage({ said, source }) }
}

/** The stretch names something else, and what the answer names only stands above it. */
function isAboutAnother({ said, source }: { said: Facts; source: Stretch }): boolean {
  const { names } = source.facts
  const isSaid = (key: string) => said.names.some((name) => name.key === key)
  if (said.names.length === 0 || names.some(({ key }) => isSaid(key))) return false
  if (said.names.some((name) => source.names.find(name) !== null)) return false
  return names.some((name) => name.certainty === 'firm' && source.context.names.find(name) === null)
}

/** "One of", 一つの: an article more than a number. */
function isStyle(value: number, isWord: boolean): boolean {
  return isWord && value <= 1
}
