import { contentTerms, foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'

/** Share of the question's content words that the evidence must say for it to be about the very same. */
const leastSaid = 0.75
const negative =
  /(?:ない|なかった|なく|なし|ず|ません|ぬ)(?=$|[。、」）)\s]|でし|です|もの|こと|ため|が|と|で|に|か)|(?:できな|されな|していな|ではな|じゃな)|不可|未(?:対応|公開|発表|定|実装)|\b(?:not|never|no|cannot|can't|won't|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|hasn't|haven't|without)\b/gi
/** What undoes a plan or ends a state: whether that is a no depends on more than words tell. */
const undone =
  /中止|取りやめ|断念|撤回|終了|廃止|拒否|却下|失敗|ほとんど|一部|のみ|だけ|限ら|場合|可能性|とされ|という説|\b(?:cancel|reject|refus|fail|stop|only|partly|may|might)/i

/**
 * はい or いいえ, where the evidence says what is asked in the question's own words, with or without a negation; null where
 * it leaves room, as where the words differ, or a part only is meant.
 *
 * @param options.evidence the sentence that answers, under its title and headings
 */
export function decideYesNo(options: {
  question: AnalyzedQuestion
  evidence: string
  context: string
}): 'yes' | 'no' | null {
  const { question, evidence, context } = options
  if (question.kind !== 'yes-no' || undone.test(evidence) || undone.test(question.text)) return null
  const held = foldText(`${context}\n${evidence}`)
  const terms = contentTerms(question.text).map(({ term }) => foldText(term))
  if (terms.length < 2) return null
  const said = terms.filter((term) => held.includes(term))
  const isNamed = question.names.every((name) => held.includes(foldText(name)))
  // The last content word is what is asked of the subject.
  const predicate = terms.at(-1) as string
  if (!isNamed || said.length / terms.length < leastSaid || !foldText(evidence).includes(predicate)) return null
  const isOdd = (text: string) => (text.match(negative) ?? []).length % 2 === 1
  return isOdd(evidence) === isOdd(question.text.replace(/ません(?=か)|ない(?=(?:です)?か)/g, '')) ? 'yes' : 'no'
}
