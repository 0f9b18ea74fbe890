import { type AnalyzedQuestion, analyzeQuestion } from '../question/analyze-question.js'
import { askOfOne } from './ask-of-one.js'
import { findCompared } from './find-compared.js'

const englishSubject = /\b(?:in|of|by|in terms of)\s+(?:their\s+)?([\p{L}\s]+?)\s*\??$/iu
const englishFirst = /\bfirst\b|\b(?:earlier|later|older|newer)\b/i
const englishMore = /\b(?:more|fewer|most)\s+([\p{L}]+s)\b/iu
const englishDegree = /\b(larger|bigger|smaller|longer|shorter|faster|slower|higher|lower|heavier|lighter)\b/i
const degrees: Record<string, string> = {
  larger: 'large',
  bigger: 'big',
  smaller: 'large',
  longer: 'long',
  shorter: 'long',
  faster: 'fast',
  slower: 'fast',
  higher: 'high',
  lower: 'high',
  heavier: 'heavy',
  lighter: 'heavy',
}

/** The question about one of two, in English. */
function askInEnglish(text: string, compared: { before: string; rest: string }): (name: string) => string {
  if (/\bwhich\b/i.test(text)) {
    if (englishFirst.test(text)) {
      const event = /\b(released|announced|founded|published|introduced|launched|created)\b/i.exec(text)?.[1]
      return (name) => `When was ${name} ${event ?? 'released'}?`
    }
    const more = englishMore.exec(text)?.[1]
    if (more) return (name) => `How many ${more} does ${name} have?`
    const degree = degrees[englishDegree.exec(text)?.[1]?.toLowerCase() ?? '']
    if (degree) return (name) => `How ${degree} is ${name}?`
  }
  const subject =
    englishSubject.exec(compared.rest)?.[1] ?? /\b(?:the|their)\s+([\p{L}\s]+?)\s+of\b/iu.exec(compared.before)?.[1]
  return subject && !/difference|differ|compar/i.test(subject)
    ? (name) => `What is the ${subject} of ${name}?`
    : (name) => `What is ${name}?`
}

/**
 * A comparison asked once for each side: "AとBのパラメータ数の違いは？" gives the question about A and the one about B.
 * Empty when the question is no comparison of two named things.
 */
export function sideQuestions(question: AnalyzedQuestion): AnalyzedQuestion[] {
  if (question.kind !== 'comparison') return []
  const compared = findCompared(question)
  if (!compared) return []
  const { sides, before, rest } = compared
  const isJapanese = question.language === 'ja'
  const ask = isJapanese
    ? (phrase: string) => `${before}${phrase}${askOfOne({ before, rest })}`
    : askInEnglish(question.text, compared)
  return sides.map(({ name, phrase }): AnalyzedQuestion => {
    const text = ask(phrase)
    const side = analyzeQuestion(text)
    // GatorTron stands in GatorTronGPT, and is another thing.
    const beside = text.replaceAll(name, ' ')
    const around = question.names.filter((other) => other !== name && beside.includes(other))
    return {
      ...side,
      kind: side.kind === 'comparison' ? 'fact' : side.kind,
      language: question.language,
      names: [...around, name],
      side: phrase,
    }
  })
}
