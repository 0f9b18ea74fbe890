import { foldText } from '@shutten/text'
import { withoutZeros } from './without-zeros.js'

/** What a search of conversations looks through. */
export function foldTurn({ question, answer }: { question: string; answer: string }): string {
  return foldText(`${question}\n${withoutZeros(answer)}`)
}
