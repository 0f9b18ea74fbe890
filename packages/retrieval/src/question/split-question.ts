import { type AnalyzedQuestion, analyzeQuestion } from './analyze-question.js'

const asks = /何|なに|なん|誰|だれ|どこ|いつ|いく[つら]|どれ|どの|どう|なぜ|ですか|ますか|でしょうか|教えて|[？?]\s*$/
const tail =
  /(?:は(?:それぞれ)?(?:何(?:ですか|でしょうか|か)?|いくつ(?:ですか)?|いつ(?:ですか)?|誰(?:ですか)?|どこ(?:ですか)?)?|を(?:それぞれ)?教えて(?:ください|下さい)?)[？?。]*$/
const pointing = /^(?:また|そして|それから|さらに|次に|加えて)[、,]?\s*/
const english =
  /^(?<first>(?:what|who|when|where|which|how|why)\b.+?),?\s+and\s+(?<second>(?:what|who|when|where|which|how|why)\b.+)$/i

/**
 * The parts of a question that asks for more than one thing, each as a question that stands alone; empty where it asks
 * for one. Rules only: 「AのXと、Yは？」 and two questions in a row.
 */
export function splitQuestion(question: AnalyzedQuestion): AnalyzedQuestion[] {
  const { text, names } = question
  const parts = splitSentencesThatAsk(text) ?? splitAnd(text) ?? splitNouns(text)
  if (!parts) return []
  const [subject] = names
  return parts.map((part): AnalyzedQuestion => {
    const alone = analyzeQuestion(part)
    if (alone.names.length > 0 || !subject || part.includes(subject)) return { ...alone, language: question.language }
    const named = question.language === 'ja' ? `${subject}の${part}` : `${part.replace(/\?+$/, '')} (${subject})?`
    return { ...analyzeQuestion(named), language: question.language }
  })
}

function splitSentencesThatAsk(text: string): string[] | null {
  const pieces = text
    .split(/(?<=[？?。])\s*(?=\S)/)
    .map((piece) => piece.replace(pointing, '').trim())
    .filter(Boolean)
  return pieces.length > 1 && pieces.length <= 4 && pieces.every((piece) => asks.test(piece)) ? pieces : null
}

function splitAnd(text: string): string[] | null {
  const { first, second } = english.exec(text)?.groups ?? {}
  return first && second ? [`${first}?`, second] : null
}

/** 「AのXと、Yは何ですか」: X and Y are asked of A. Without a comma と may belong to a name or a verb. */
function splitNouns(text: string): string[] | null {
  const end = tail.exec(text)
  if (!end) return null
  const body = text.slice(0, end.index)
  const match = /^(?<owner>.+の)?(?<first>[^のと、,]{1,16})と[、,]\s*(?<second>[^、,]{1,30})$/.exec(body)
  const { owner = '', first, second } = match?.groups ?? {}
  if (!first || !second) return null
  return [
    `${owner}${first}は？`,
    second.includes('の') && /[A-Za-z\p{Script=Katakana}]/u.test(second.split('の')[0] ?? '')
      ? `${second}は？`
      : `${owner}${second}は？`,
  ]
}
