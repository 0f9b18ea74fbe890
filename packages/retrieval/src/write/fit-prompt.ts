import type { Passage, Turn } from '@shutten/core'
import { promptFrame, renderPassage, renderTurn, turnsShown } from './answer-prompt.js'

/** The markup of the messages themselves, and the language's name. */
const frameTokens = 64
/** Passages that earlier turns do not push out. */
const passagesFirst = 2

/**
 * What goes into the window beside the instructions and the answer: as many of the first passages, and as many of the last
 * turns. The last passages go first, down to two of them; then the oldest turns; then passages again. The question is
 * never cut: null where it does not fit with one passage.
 *
 * @param options.contextTokens of the whole window
 * @param options.answerTokens kept free for the answer
 */
export function fitPrompt(options: {
  question: string
  passages: readonly Passage[]
  history: readonly Turn[]
  contextTokens: number
  answerTokens: number
  countTokens: (text: string) => number
}): { passages: readonly Passage[]; history: readonly Turn[]; tokens: number } | null {
  const { countTokens } = options
  const passages = [...options.passages]
  const history = options.history.slice(-turnsShown)
  const costs = {
    passages: passages.map((passage, i) => countTokens(`${renderPassage(passage, i + 1)}\n`)),
    history: history.map((turn) => countTokens(`${renderTurn(turn)}\n`)),
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
  const fixed = frameTokens + countTokens(promptFrame) + countTokens(options.question)
  const room = options.contextTokens - options.answerTokens - fixed
  const isTooMuch = () => sum(costs.passages) + sum(costs.history) > room
  const dropPassages = (left: number) => {
    while (isTooMuch() && passages.length > left) {
      passages.pop()
      costs.passages.pop()
    }
  }
  dropPassages(passagesFirst)
  while (isTooMuch() && history.length > 0) {
    history.shift()
    costs.history.shift()
  }
  dropPassages(1)
  if (isTooMuch()) return null
  return { passages, history, tokens: fixed + sum(costs.passages) + sum(costs.history) }
}
