import { findQuantities, foldText } from '@shutten/text'

/** What a sentence says of its subject, where it can be asked for in one of two ways. */
export type Statement =
  /** `verb` in the sentence's language: 発表, released. */
  | { kind: 'date'; subject: string; verb: string }
  /** So many of something, which it has or consists of: 「…個のパラメータを持つ」「…つの部品からなる」. */
  | { kind: 'count'; subject: string; counted: string; isWhole: boolean }
  /** 「Xの長さは…である」 */
  | { kind: 'measure'; subject: string; measured: string }

const japaneseSubject =
  /^(?<subject>[^、。，「」『』“”（）()はがをに\s][^、。，「」『』“”（）()はがを]{1,28}?)(?:[（(][^（）()]{1,60}[）)])?と?は(?=[^な])、?(?<rest>.+)$/su
const happened =
  /^(?<before>.{0,24}?)(?:紀元前)?\d{3,4}年(?:\d{1,2}月(?:\d{1,2}日)?)?に、?(?<between>.{0,30}?)(?<verb>発表|公開|設立|創業|創設|開業|発売|提案|完成|開始|制定|開設|改称|発足)(?<voice>さ|し)(?:れ(?:た|ました|る|て|(?=、))|た|ました|て|(?=、))(?![\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}])/su
const having =
  /^の(?<counted>[\p{Script=Katakana}ー\p{Script=Han}]{2,10})(?:を(?:持|有|備|もつ|もち|含)|(?<whole>から(?:な|成|構成)))/u
const measuring = /^(?:約|およそ|合計|最大で?|最長で?)?\s*$/u
/** What is asked for by 「どのくらい」. */
const measure =
  /(?:[^\d]数|量|長さ|大きさ|高さ|重さ|深さ|広さ|面積|人口|価格|料金|費用|割合|比率|率|速度|時間|期間|容量|サイズ|距離|温度|規模|上限|下限|定員|金額|予算|売上高?)$/u
/** 「受賞したこと」 is no subject, nor is 「論文で」. */
const noSubject =
  /(?:[でにともへ]|こと|もの|とき|場合|ため|当時|現在)$|された|した|する|である|いる|における|による|年|^(?:これ|それ|この|その|ここ|そこ|同|当|本|両|また|なお|次|以下)/u
const calendar = /^(?:年|月|日|世紀|年代|年度|時)$/u

const englishDate =
  /^(?:The )?(?<subject>[A-Z][\p{L}\p{N} .·’'/-]{1,40}?)(?: \([^()]{1,60}\))? (?:was|were) (?:first |originally |publicly )?(?<verb>released|announced|founded|published|introduced|launched|created|completed|opened|proposed)\b[^.]{0,60}?\b(?:1[5-9]|20)\d\d\b/u
const englishCount =
  /^(?:The )?(?<subject>[A-Z][\p{L}\p{N} .·’'/-]{1,40}?)(?: \([^()]{1,60}\))? (?:has|have|had|contains|consists of|comprises) (?:about |around |over |some |approximately )?(?=\d)/u
const englishPronoun = /^(?:It|This|That|These|Those|They|He|She|We|There|In|On|At|As|For)\b/u

/**
 * Reads a sentence that begins with its subject: what happened in which year, how many of something it has, how large a
 * measure of it is. Nothing of all others, and rather too little than a question that nobody would ask.
 */
export function readStatements(options: { sentence: string; language: 'ja' | 'en'; title: string }): Statement[] {
  // Each of them holds a number.
  if (!/\d|[０-９]|[一二三四五六七八九十百千]/u.test(options.sentence)) return []
  return options.language === 'ja' ? readJapanese(options) : readEnglish(options.sentence)
}

function readJapanese({ sentence, title }: { sentence: string; title: string }): Statement[] {
  const { subject: found = '', rest = '' } = japaneseSubject.exec(sentence.trim())?.groups ?? {}
  const subject = found.trim()
  if (subject === '' || noSubject.test(subject) || !names(subject, title)) return []
  return [readEvent(subject, rest), readNumber(subject, rest)].filter((statement) => statement !== null)
}

function readEvent(subject: string, rest: string): Statement | null {
  const event = happened.exec(rest)?.groups
  if (!event?.verb) return null
  const said = `${event.before}${event.between}`
  // 「XはYが発表した」 and 「Xは発表された」 tell it of X; in 「XはYを発表した」 it happened to Y.
  const isOfSubject = (event.voice === 'さ' || said.includes('が')) && !said.includes('を')
  return isOfSubject ? { kind: 'date', subject, verb: event.verb } : null
}

function readNumber(subject: string, rest: string): Statement | null {
  const of = subject.lastIndexOf('の')
  const measured = subject.slice(of + 1)
  for (const quantity of findQuantities(rest)) {
    if (quantity.unit !== null && calendar.test(quantity.unit)) continue
    const { counted, whole } = having.exec(rest.slice(quantity.end))?.groups ?? {}
    if (counted && of < 0) return { kind: 'count', subject, counted, isWhole: whole !== undefined }
    if (of > 1 && measured.length <= 10 && measure.test(measured) && measuring.test(rest.slice(0, quantity.start)))
      return { kind: 'measure', subject: subject.slice(0, of), measured }
  }
  return null
}

/** The title, a part of it, or a name of its own: what else a sentence begins with is only understood where it stands. */
function names(subject: string, title: string): boolean {
  const [said, of] = [foldText(subject), foldText(title)]
  return (
    of.length > 1 && (said.includes(of) || of.includes(said) || /[A-Z][\p{L}\d]|\p{Script=Katakana}{4}/u.test(subject))
  )
}

function readEnglish(sentence: string): Statement[] {
  const text = sentence.trim()
  if (englishPronoun.test(text)) return []
  const event = englishDate.exec(text)?.groups
  if (event?.subject && event.verb) return [{ kind: 'date', subject: event.subject, verb: event.verb }]
  const count = englishCount.exec(text)
  const subject = count?.groups?.subject
  if (!count || !subject) return []
  const counted = /^[\d,.]+(?: (?:hundred|thousand|million|billion|trillion))? ([a-z][a-z-]{2,20}s)\b/u.exec(
    text.slice(count[0].length),
  )?.[1]
  return counted ? [{ kind: 'count', subject, counted, isWhole: / (?:consists of|comprises) /u.test(count[0]) }] : []
}
