import type { Language } from '@shutten/core'
import { contentTerms, detectLanguage, foldText } from '@shutten/text'

export type QuestionKind = 'fact' | 'definition' | 'list' | 'comparison' | 'yes-no'

export interface AnalyzedQuestion {
  text: string
  language: Language
  kind: QuestionKind
  /** Content words as written, in order, without repetition. */
  terms: string[]
  /** The terms that name things (Latin, numbers; a leading katakana word): an answer about something else is no answer. */
  names: string[]
}

const patterns: Record<Exclude<QuestionKind, 'fact'>, RegExp[]> = {
  comparison: [
    /違い|相違|比較|比べ|異なり|どう違|それぞれ|どちら/,
    /\b(differ(s|ence|ences|ent)?|compared?|comparison|versus|vs)\b/i,
  ],
  definition: [
    /(とは|って)(、|一体|いったい)?(何|なん|なに|どんな|どういう|どのような)?(もの|こと|意味)?(です|でしょう|だ)?(か|の)?[？?。]*$/,
    /^(what\s+(is|are|was|were)|what's|who\s+(is|was))\s+(an?\s+|the\s+)?[\p{L}\p{N}][\p{L}\p{N}\s.·’'-]*\??$/iu,
    /\b(define|definition of|what does .+ mean)\b/i,
  ],
  list: [
    /(種類|例|一覧|項目|要素|手法|方法|用途|機能|特徴|リスク|対策|安全策|要因|部品).*(挙げ|列挙|教えて|何が|何です|あり)|何が(あり|挙げ|考えら)|どんな.+が(あり|挙げ)|どのような.+が(あり|挙げ)|すべて|全て/,
    /挙げて(ください|下さい)|[二三四五六七八九2-9２-９]つの.+(は|を)(何|なん|[？?]|教え)|どの.+に(対応|使え|使わ)/,
    /\b(list|name (the|some|all)|which .+s are|what (\w+ ){0,3}\w+s (are|do|does|did|can))\b/i,
  ],
  'yes-no': [
    /(ます|です|でした|ました|ません|ない|った|いる|ある|れる|せる|できる)(の|ん)?(です)?か[？?。]*$/,
    /^(is|are|was|were|do|does|did|can|could|has|have|had|will|would)\b/i,
  ],
}
const interrogative =
  /何|なに|なん|誰|だれ|どこ|いつ|いくつ|いくら|どれ|どの|どう|どちら|なぜ|どんな|\b(what|which|who|whom|whose|when|where|why|how)\b/i

function findKind(text: string): QuestionKind {
  if (patterns.comparison.some((pattern) => pattern.test(text))) return 'comparison'
  if (patterns.definition.some((pattern) => pattern.test(text))) return 'definition'
  if (patterns.list.some((pattern) => pattern.test(text))) return 'list'
  if (!interrogative.test(text) && patterns['yes-no'].some((pattern) => pattern.test(text))) return 'yes-no'
  return 'fact'
}

const latinOrNumber = /[\p{Script=Latin}\p{N}]/u
const katakana = /^\p{Script=Katakana}[\p{Script=Katakana}ー・]{2,}$/u
const asking = /^(何|誰|どこ|いつ|どの|どれ|どちら|なぜ|いくつ|いくら|it|its|they|them|their|this|that)/i

function findNames(terms: readonly string[], language: Language): string[] {
  if (language === 'en') return terms.filter((term) => /[A-Z\d]/.test(term))
  const names = terms.filter((term) => latinOrNumber.test(term))
  if (names.length > 0) return names
  const [topic] = terms
  return topic && katakana.test(topic) ? [topic] : []
}

/** What kind of answer a question asks for, and what it asks about. Rules only: the same question always reads the same. */
export function analyzeQuestion(text: string): AnalyzedQuestion {
  const language = detectLanguage(text)
  const written = contentTerms(text).map((term) => text.slice(term.start, term.end))
  const distinct = new Map(written.filter((term) => !asking.test(term)).map((term) => [foldText(term), term]))
  const terms = [...distinct.values()]
  return { text, language, kind: findKind(text), terms, names: findNames(terms, language) }
}
