import { InvalidArgumentError } from 'commander'
import { parseNumber } from './parse-number.js'

/** Days that something lasts: more than none, and fewer than a date can hold. */
export function parseDays(text: string): number {
  const days = parseNumber(text)
  if (days <= 0 || days > 36_500) throw new InvalidArgumentError('It is not between 0 and 36500 days.')
  return days
}
