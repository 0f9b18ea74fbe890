import { contentTerms } from '@shutten/text'
import type { Damage } from './damage.js'

/**
 * What is typed into a search box: the words that carry the content, side by side. A question of one such word is that
 * word alone.
 */
export const shortenQuestion: Damage = ({ question }) => {
  const words = contentTerms(question).map(({ start, end }) => question.slice(start, end))
  const short = words.join(' ')
  return short === '' || short === question ? null : short
}
