import type { Language } from '@shutten/core'
import { contentTerms, detectLanguage, foldText } from '@shutten/text'
import { findDefined } from './find-defined.js'

export type QuestionKind = 'fact' | 'definition' | 'list' | 'comparison' | 'yes-no'

export interface AnalyzedQuestion {
  text: string
  language: Language
  kind: QuestionKind
  /** Content words as written, in order, without repetition. */
  terms: string[]
  /** The terms that name things (Latin, numbers; a leading katakana word): an answer about something else is no answer. */
  names: string[]
  /** What a definition is asked of, in one or two forms; empty for every other kind. */
  defined: string[]
  /** Which side of a comparison it asks about, as the comparison calls it. */
  side?: string
}

const patterns: Record<Exclude<QuestionKind, 'fact'>, RegExp[]> = {
  comparison: [
    /違い|違う|相違|比較|比べて?(ください|下さい|ると|た場合|たら|[？?。]|$)|異なり|どう違|それぞれ|どちら|どっち/,
    /\b(differ(s|ence|ences|ent)?|compare|comparison|versus|vs)\b|\bwhich\b.*\b(first|earlier|later|older|newer|more|fewer|larger|bigger|smaller|longer|faster|higher|lower)\b.*\bor\b/i,
  ],
  definition: [
    /(とは|って)(、|一体|いったい)?(何|なん|なに|どんな|どういう|どのような)?(もの|こと|意味)?(です|でしょう|だ)?(か|の)?[？?。]*$/,
    /(とは|って)(、)?(何(?![年月日人回個時曜歳倍語円台件社])|なん|なに|どんな|どう(いう|いった)?|どのような)[^はがにで、]{0,10}?(です|でしょう|だ|なの)?(か|の)?(を)?(教えて|説明して|知りた)?[^はがを、]{0,8}[？?。]*$/,
    /の(意味|定義)(は|を|って|とは|[？?。]*$)/,
    /^(what\s+(is|are|was|were)|what's|who\s+(is|was))\s+(an?\s+|the\s+)?(?!.*(?:\sof\s|['’]s\s))[\p{L}\p{N}][\p{L}\p{N}\s.·’'-]*\??$/iu,
    /\b(define|definition of|what does .+ mean)\b/i,
  ],
  list: [
    /(種類|例|一覧|項目|要素|手法|方法|用途|機能|特徴|リスク|対策|安全策|要因|部品).*(挙げ|列挙|教えて|何が|何です|あり)|何が(あり|挙げ|考えら)|どんな.+が(あり|挙げ)|どのような.+が(あり|挙げ)|すべて|全て/,
    /挙げて|[二三四五六七八九2-9２-９]つの.+(は|を)(何|なん|[？?]|教え)|[二三四五六七八九2-9２-９]つの[^はがをにでと、]+[？?。]*$|どの.+に(対応|使え|使わ)/,
    /(全部|ぜんぶ|残らず).*(挙げ|教え|知り|列挙)|(一覧|リスト)[？?。]*$|(何と何|なにとなに)(です|でしょう)?か?[？?。]*$|どん?な?(ような)?[一二三四五六七八九2-9２-９]つの/,
    /(どんな|どのような|どういった)(?!もの|こと)[^はがを、]{1,12}(に(分け|分かれ|分類|まとめ|整理)|から(なり|なって|成り|でき))/,
    /\b(list|name (the|some|all)|which .+s are|what (\w+ ){0,3}\w+s (are|do|does|did|can))\b/i,
  ],
  'yes-no': [
    /(ます|です|でした|ました|ません|ない|った|いる|ある|れる|せる|できる)(の|ん)?(です)?か[？?。]*$/,
    /(れる|せる|できる|ている|てる|いい|よい|得意|苦手|可能|必要|いる|ある|使える|向き)(の|かな|でしょうか)?[？?]$/,
    /^(is|are|was|were|do|does|did|can|could|has|have|had|will|would)\b/i,
  ],
}
/** 「誰が話したかを」 asks nothing by itself. */
const embedded =
  /(?:何|誰|だれ|どこ|いつ|どれ|どの|どう|どちら|なぜ|どんな)[^、。？?]{0,20}?か(?:どうか)?(?=を|が|は|も|に|、)/g
const interrogative =
  /何|なに|なん|誰|だれ|どこ|いつ|いくつ|いくら|どれ|どの|どう|どちら|なぜ|どんな|\b(what|which|who|whom|whose|when|where|why|how)\b/i

function findKind(text: string): QuestionKind {
  if (patterns.comparison.some((pattern) => pattern.test(text))) return 'comparison'
  if (patterns.definition.some((pattern) => pattern.test(text))) return 'definition'
  if (patterns.list.some((pattern) => pattern.test(text))) return 'list'
  const plain = text
    .replace(embedded, '')
    .replace(/誰でも|誰も|いつでも|どこでも|何でも|いくつか|何度も|どれも|何も/g, '')
  if (!interrogative.test(plain) && patterns['yes-no'].some((pattern) => pattern.test(text))) return 'yes-no'
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
  const kind = findKind(text)
  const defined = kind === 'definition' ? findDefined(text) : []
  return { text, language, kind, terms, names: findNames(terms, language), defined }
}
