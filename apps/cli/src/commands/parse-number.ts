import { InvalidArgumentError } from 'commander'

/** A number from the command line; what is none is told as such, not as NaN. */
export function parseNumber(text: string): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isFinite(number)) throw new InvalidArgumentError('It is not a number.')
  return number
}
