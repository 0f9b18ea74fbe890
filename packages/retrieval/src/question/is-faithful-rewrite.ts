import { maxQuestionLength, type Turn } from '@shutten/core'
import { detectLanguage, foldText } from '@shutten/text'
import { isAsking } from './is-asking.js'

/** Runs that are mostly names: Latin words, katakana and numbers; in English, words with a capital, but for the first. */
const japaneseNames = /[\p{Script=Latin}\d]+|[\p{Script=Katakana}ー]{3,}/gu
const englishNames = /(?<!^)\b\p{Lu}[\p{L}\d]*|\d+/gu
/** Characters that a question grows by when what it leaves out is put in. */
const largestGrowth = 200

/**
 * Whether a follow-up that a language model put into other words may be searched for: it still asks, in the same language,
 * and names nothing, and no number, that the conversation does not. What else it says is not checked: the passages that it
 * finds must still answer it.
 */
export function isFaithfulRewrite(options: { rewritten: string; question: string; history: readonly Turn[] }): boolean {
  const { rewritten, question, history } = options
  if (rewritten === '' || rewritten.includes('\n')) return false
  if (rewritten.length > Math.min(maxQuestionLength, question.length + largestGrowth)) return false
  if (isAsking(question) && !isAsking(rewritten)) return false
  const language = detectLanguage(rewritten)
  if (language !== detectLanguage(question)) return false
  const said = foldText([question, ...history.flatMap((turn) => [turn.question, turn.answer.answer])].join('\n'))
  const names = rewritten.normalize('NFKC').match(language === 'ja' ? japaneseNames : englishNames) ?? []
  return names.every((name) => said.includes(foldText(name)))
}
