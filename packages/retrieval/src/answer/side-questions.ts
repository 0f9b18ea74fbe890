import { foldText } from '@shutten/text'
import { type AnalyzedQuestion, analyzeQuestion } from '../question/analyze-question.js'

/**
 * A comparison asked once for each side: "AとBのパラメータ数の違いは？" gives the question about A and the one about B.
 * Empty when the question is no comparison of two named things.
 */
export function sideQuestions(question: AnalyzedQuestion): AnalyzedQuestion[] {
  if (question.kind !== 'comparison') return []
  const [first, second, ...more] = question.names
  if (!first || !second || more.length > 1) return []
  if (foldText(first).includes(foldText(second)) || foldText(second).includes(foldText(first))) return []
  const asked = question.terms.filter(
    (term) => !question.names.includes(term) && !/違|比較|比べ|difference|differ|compare/i.test(term),
  )
  return [first, second].map((name): AnalyzedQuestion => {
    const text =
      question.language === 'ja'
        ? asked.length > 0
          ? `${name}の${asked.join('、')}は？`
          : `${name}とは何ですか？`
        : asked.length > 0
          ? `What is the ${asked.join(' ')} of ${name}?`
          : `What is ${name}?`
    return { ...analyzeQuestion(text), language: question.language, names: [name] }
  })
}
