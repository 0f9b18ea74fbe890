import type { Damage } from './damage.js'
import { pick } from './pick.js'

const swapCase = (text: string) =>
  text.replace(/\p{L}/gu, (letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))

/** All upper, all lower, or each letter the other way round (Caps Lock). */
export const changeCase: Damage = ({ question, random }) => {
  const forms = [question.toUpperCase(), question.toLowerCase(), swapCase(question)].filter((form) => form !== question)
  return forms.length === 0 ? null : pick(forms, random)
}
