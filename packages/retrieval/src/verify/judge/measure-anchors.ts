import { compareDate, compareNumber } from '../facts/compare-numbers.js'
import type { Facts } from '../facts/read-facts.js'
import type { Stretch } from '../source/source-text.js'

export interface Anchors {
  /** Names, numbers and dates of the sentence that the stretch itself holds. */
  held: number
  /** The same, or what it stands under. */
  heldInContext: number
  all: number
}

/** What two languages share: names, numbers and dates. */
export function countAnchors(options: { said: Facts; source: Stretch }): Anchors {
  const { said, source } = options
  const anchors: Anchors = { held: 0, heldInContext: 0, all: 0 }
  const count = (isHeld: boolean, isInContext: boolean) => {
    anchors.all++
    if (isHeld) anchors.held++
    if (isHeld || isInContext) anchors.heldInContext++
  }
  const numbers = source.facts.numbers
  for (const name of said.names) count(source.names.find(name) !== null, source.context.names.find(name) !== null)
  for (const number of said.numbers.numbers) count(compareNumber(number, numbers) !== 'differs', false)
  for (const date of said.numbers.dates) count(compareDate(date, numbers) !== 'differs', false)
  return anchors
}
