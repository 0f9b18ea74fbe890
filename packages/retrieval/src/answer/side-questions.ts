import { foldText } from '@shutten/text'
import { type AnalyzedQuestion, analyzeQuestion } from '../question/analyze-question.js'

const joins = /(と|や|、|,|\band\b|\bvs\.?\b|\bversus\b|\bwith\b|\bfrom\b|&)\s*$/i

/** What a comparison asks of both, as a question about one: 「を、速さで比べてください」 becomes 「の速さは？」. */
function restOfOne(rest: string): string {
  return rest
    .replace(/それぞれ|どちらも|ともに/g, '')
    .replace(/^を?[、,]?\s*(.+?)(で|について|に関して)(比べ|比較).*$/, 'の$1は？')
    .replace(/^(では|を|で|は)?(どう|どのように|何が|なにが)(違|異なり|異なる).*$/, 'とは何ですか？')
    .replace(/(が|は|で)?(どう|どのように)(違|異なり|異なる).*$/, 'は？')
    .replace(/(の|における)?(違い|相違|差)(は|が|を|って)?.*$/, 'は？')
    .replace(/^(では|は)[、,]\s*/, 'は')
}

const englishSubject = /\b(?:in|of|by|in terms of)\s+(?:their\s+)?([\p{L}\s]+?)\s*\??$/iu

function sideTexts(question: AnalyzedQuestion, first: string, second: string): [string, string] | null {
  const { text, language } = question
  const at = text.indexOf(first)
  const next = text.indexOf(second, at + first.length)
  if (at < 0 || next < 0) return null
  const between = text.slice(at + first.length, next)
  const join = joins.exec(between.trimEnd())
  if (!join) return null
  if (language === 'en') {
    const subject =
      englishSubject.exec(text.slice(next + second.length))?.[1] ??
      /\b(?:the|their)\s+([\p{L}\s]+?)\s+of\b/iu.exec(text.slice(0, at))?.[1]
    const one = (name: string) => (subject ? `What is the ${subject} of ${name}?` : `What is ${name}?`)
    return /difference|differ|compar/i.test(subject ?? '')
      ? [`What is ${first}?`, `What is ${second}?`]
      : [one(first), one(second)]
  }
  const before = text.slice(0, at)
  const owned = between.slice(0, between.trimEnd().length - join[0].length)
  const tail = text.slice(next + second.length)
  const ownedBySecond = /^の[^をはで、]+(?=を|では|は、|で、)/.exec(tail)?.[0] ?? ''
  const rest = restOfOne(tail.slice(ownedBySecond.length))
  return [`${before}${first}${owned}${rest}`, `${before}${second}${ownedBySecond}${rest}`]
}

/**
 * A comparison asked once for each side: "AとBのパラメータ数の違いは？" gives the question about A and the one about B.
 * Empty when the question is no comparison of two named things.
 */
export function sideQuestions(question: AnalyzedQuestion): AnalyzedQuestion[] {
  if (question.kind !== 'comparison') return []
  const [first, second] = question.names
  if (!first || !second) return []
  if (foldText(first).includes(foldText(second)) || foldText(second).includes(foldText(first))) return []
  const texts = sideTexts(question, first, second)
  if (!texts) return []
  return [first, second].map((name, i): AnalyzedQuestion => {
    const side = analyzeQuestion(texts[i] as string)
    return {
      ...side,
      kind: side.kind === 'comparison' ? 'fact' : side.kind,
      language: question.language,
      names: [name],
    }
  })
}
