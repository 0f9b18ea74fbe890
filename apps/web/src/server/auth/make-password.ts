import { randomInt } from 'node:crypto'

// Without 0, 1, i, l and o, which are mistaken for one another when read off a screen.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A random password of 20 characters in groups of five: 99 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
