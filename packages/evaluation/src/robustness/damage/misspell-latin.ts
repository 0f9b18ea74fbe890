import type { Damage } from './damage.js'
import { pick } from './pick.js'

/** Shorter words are names of two or three letters: with one wrong they are other names. */
const minLength = 4
const latinWord = /\p{Script=Latin}+/gu

/** Swaps two neighbours, drops or doubles a letter of one Latin word; its first letter stays, as it mostly does. */
export const misspellLatin: Damage = ({ question, random }) => {
  const words = [...question.matchAll(latinWord)].filter(({ 0: word }) => word.length >= minLength)
  if (words.length === 0) return null
  const { 0: word, index } = pick(words, random)
  const at = 1 + Math.floor(random() * (word.length - 2))
  const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)]
  const swapped = letter?.toLowerCase() === next?.toLowerCase() ? null : `${before}${next}${letter}${after}`
  const forms = [swapped, `${before}${next}${after}`, `${before}${letter}${letter}${next}${after}`]
  const misspelt = pick(
    forms.filter((form) => form !== null),
    random,
  )
  return question.slice(0, index) + misspelt + question.slice(index + word.length)
}
