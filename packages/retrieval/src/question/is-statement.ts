import { splitSentences } from '@shutten/text'
import { isAsking } from './is-asking.js'

const ends = /[.。!！][」』”")）]*\s*$/
const demands = /(?:せよ|けよ|べよ|えよ|なさい|ほしい|たい|願います|お願いします)(?:です)?[.。!！]*\s*$/

/** Whether a query tells something and asks nothing: a sentence to find others of its meaning by. Key words are none. */
export function isStatement(query: string): boolean {
  if (!ends.test(query) || demands.test(query)) return false
  return splitSentences(query).every(({ start, end }) => !isAsking(query.slice(start, end).trim()))
}
