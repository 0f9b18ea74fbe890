import { contentTerms } from '../analysis/content-terms.js'
import type { TextSpan } from '../spans/text-span.js'

/** A word or ending that denies, and what it denies. */
export interface Negation extends TextSpan {
  text: string
  /** The content word that is denied, as a slice of the source; null where none stands near. */
  target: (TextSpan & { text: string }) | null
}

/** Turns that look like a negation and deny nothing: obligations, "only", "not only", double negations, なくなる, words. */
const harmlessJapanese =
  /なければ(?:なら|いけ)(?:ない|なかった|ず|ぬ|ません)|な(?:くて|いと)は?(?:なら|いけ)(?:ない|ません)|ざるを得(?:ない|なかった|ず|ません)|に(?:過ぎ|すぎ)(?:ない|なかった|ず|ません)|かもしれ(?:ない|ません|ず)|に(?:他|ほか)なら(?:ない|ず|ません)|(?:だけ|のみ|ばかり)(?:で|では|じゃ)?な[くい]|のみならず|に(?:限|かぎ)らず|にも?かかわらず|を?問わず|しか[^。、]{0,14}?(?:な[いくか]|ません|ず)|な(?:い|かった)(?:わけ|こと|の)(?:では|は|も)(?:ない|なかった|ありません)|なくは(?:ない|ありません)|ずにはい(?:られ|かな)(?:ない|ません)|欠かせ(?:ない|ません|ず)|(?:間?違い|申し分|限り|何気|さりげ|もったい|やむを得|他愛)な[いくか]|少なから[ずぬ]|(?<=[がもにを、。]|(?<![でゃ])は|[\p{Script=Han}\p{Script=Katakana}]|^)なく(?:な[りるっれろ]|[すせそ]|し(?!て))|(?:少な|危な|切な|汚な|はかな|あぶな|すくな)[いくかけさ]|相変わらず|必ず|思わず|絶えず|引き続き|まず(?=[、は])|わず[かか]|ずつ|はず|いずれ|おのず|ずっと|ずれ|(?:はな|こな|みな)し|未(?:来|満|知|明|婚)|非常|無(?:数|限|線|作為|料|償|形|事)|不(?:動産|思議)/gu
const japanese =
  /と(?:は|も)(?:限[らり]|言[えい]|いえ|考えられ|思え)(?:ない|なかった|ず|ません)|(?:との[^、。]{0,8})?(?:を|は|が)(?:(?:否定|拒否|辞退)(?:し|され)|打ち消|断[らりっ])|(?:対象|適用|範囲|想定|専門)外|以外(?=[のはがをに、])(?![^、。]*(?:な[いくか]|ません|ず))|(?:では|じゃ|でも|は)?あり(?:ません|ませぬ)(?:でした)?|(?:では|じゃ)?な(?:い|かっ|かろ|く|けれ)|ませ(?:ん(?!か)|ぬ)(?:でした)?|(?<=[\p{Script=Han}ぁ-ん])(?:ず(?=[に、とも。]|\P{Script=Hiragana}|$)|ぬ(?=[\p{Script=Han}。]))|な(?:し(?=[にでのが、。でだ]|$))|不可(?!解|思議)|(?:非|未|無|不)(?=[\p{Script=Han}\p{Script=Katakana}])/gu

const harmlessEnglish =
  /\bnot (?:only|just|merely|least|un\p{L}+|without|uncommon)\b|\bno (?:less|fewer|matter|doubt|more) than\b|\bno (?:matter|doubt)\b|\bcannot (?:but|help)\b|\bnone ?theless\b|\bnot to mention\b/giu
const english =
  /\bno longer\b|\b(?:not|never|cannot|without|neither|nor|none|nobody|nothing|hardly|barely|lacks?|lacking|unable to|fail(?:s|ed)? to|unlike|instead of|rather than|free of|except(?: for)?|excluding|other than|apart from|den(?:y|ie[sd])(?: (?:reports|claims|rumou?rs))?(?: that)?|no)\b|(?<=\p{L})n['’]t\b|\bnon-?(?=\p{L})|\bun(?=(?:available|able|supported|labell?ed|released|published|known|paid|licensed|changed|necessary|needed)\b)/giu

const auxiliary = /^\p{Script=Hiragana}{1,3}$/u
/** How far the denied word may stand from what denies it, in UTF-16 code units. */
const japaneseReach = 10
const englishReach = 30

/**
 * What denies in a text, in order: ない, ません, ず, なし, 不可, 非…, 未…, 以外, 対象外, を断る;
 * not, never, no, without, n't, non-…, except. Double
 * negations, obligations (なければならない) and turns that deny nothing (だけでなく, not only, 必ず) are left out.
 */
export function findNegations(text: string): Negation[] {
  const blank = (found: string) => ' '.repeat(found.length)
  const plain = text.replace(harmlessJapanese, blank).replace(harmlessEnglish, blank)
  const terms = contentTerms(text)
  const negations: Negation[] = []
  for (const match of plain.matchAll(japanese)) {
    const span = { start: match.index, end: match.index + match[0].length }
    const isPrefix = /^[非未無不]$/.test(match[0])
    add(span, isPrefix ? findInside(span.end) : findBefore(span.start))
  }
  for (const match of plain.matchAll(english)) {
    const span = { start: match.index, end: match.index + match[0].length }
    add(span, findAfter(span.end))
  }
  return negations.sort((a, b) => a.start - b.start)

  function add(span: TextSpan, target: TextSpan | null) {
    negations.push({
      ...span,
      text: text.slice(span.start, span.end),
      target: target && { ...target, text: text.slice(target.start, target.end) },
    })
  }

  function findBefore(at: number): TextSpan | null {
    const inReach = terms.filter(({ start, end }) => start < at && at - end <= japaneseReach)
    // おら of ておらず is an auxiliary: what stands before it is denied.
    const near = inReach.findLast(({ start, end }) => !auxiliary.test(text.slice(start, end))) ?? inReach.at(-1)
    if (!near) return null
    const end = Math.min(near.end, at)
    return /[、。，．,;；!?！？\n]/.test(text.slice(end, at)) ? null : { start: near.start, end }
  }

  function findInside(at: number): TextSpan | null {
    const around = terms.find(({ start, end }) => start <= at && end > at)
    return around ? { start: at, end: around.end } : null
  }

  function findAfter(at: number): TextSpan | null {
    const next = terms.find(({ start, end }) => end > at && start - at <= englishReach)
    if (!next) return null
    const start = Math.max(next.start, at)
    return /[.;!?\n]/.test(text.slice(at, start)) ? null : { start, end: next.end }
  }
}
