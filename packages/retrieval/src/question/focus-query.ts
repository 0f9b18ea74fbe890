import { splitSentences } from '@shutten/text'
import { isAsking } from './is-asking.js'

/** A query of fewer sentences is searched as it is: what stands beside the question tells what it is about. */
const leastSentences = 3
/** And so is one whose question is more than this share of it. */
const largestShare = 0.6
/** Less than this many characters beside it cost little, and may be what it is about. */
const leastBeside = 40
/** Leans on the sentence before. */
const points =
  /^(?:それ|これ|その|この|そこ|ここ|そんな|こんな|あの|同じ)|\b(?:it|its|they|them|this|that|those|these)\b/i

/**
 * The part of a long query that asks, where most of it only stands around the question (a greeting, what happened last
 * week, a closing): each word of that would be searched for too. A query that asks nowhere, or everywhere, stays whole.
 */
export function focusQuery(query: string): string {
  const sentences = splitSentences(query).map(({ start, end }) => query.slice(start, end).trim())
  if (sentences.length < leastSentences) return query
  const kept = sentences.flatMap((sentence, i) => {
    if (!isAsking(sentence)) return []
    const before = sentences[i - 1]
    return before && points.test(sentence) && !isAsking(before) ? [before, sentence] : [sentence]
  })
  const focused = kept.join(/\p{Script=Han}|\p{Script=Hiragana}/u.test(query) ? '' : ' ')
  const isBuried = focused.length <= largestShare * query.length && query.length - focused.length >= leastBeside
  return focused !== '' && isBuried ? focused : query
}
