import type { Turn } from '@shutten/core'
import { analyzeQuestion } from './analyze-question.js'

const pointing =
  /^(それ|これ|その|この|あれ|同じ|では|じゃあ|他に|ほかに)|(それ|その|彼|彼女)(は|の|が|を|に)|\b(it|its|they|them|their|that one|this one|those|these)\b/i

/** Whether words of it can only be understood from what was said before. */
export function pointsBack(question: string): boolean {
  return pointing.test(question)
}

/**
 * A follow-up ("それはいつ？", "how large is it?") with what the last question was about put in front,
 * so that it can be searched for alone. A question that stands alone comes back unchanged.
 */
export function resolveFollowUp(options: { question: string; history: readonly Turn[] }): string {
  const last = options.history.at(-1)
  if (!last) return options.question
  const now = analyzeQuestion(options.question)
  // 「基盤モデルとは何ですか？」 names what it asks about, however short it is.
  const isShort = now.terms.length <= 1 && (now.kind !== 'definition' || now.terms.length === 0)
  const elliptic = now.names.length === 0 && (pointsBack(options.question) || isShort)
  if (!elliptic) return options.question
  const before = analyzeQuestion(resolveFollowUp({ question: last.question, history: options.history.slice(0, -1) }))
  const subjects = before.names.length > 0 ? before.names : before.terms
  if (subjects.length === 0) return options.question
  return `${subjects.join(' ')} ${options.question}`
}
