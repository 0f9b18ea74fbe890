import { findQuantities } from '@shutten/text'

/** What kind of thing a question asks for, where its words tell. */
export type AskedType = 'money' | 'quantity' | 'date' | 'person' | 'place' | 'reason'

/** In this order: what is more telling comes first (何年間 counts, 何年 dates). */
const patterns: readonly [AskedType, RegExp][] = [
  ['reason', /なぜ|何故|どうして|理由|原因|わけは|\b(why|what (caused|causes|is the reason))\b/i],
  [
    'date',
    /いつ|何世紀|何(年|月|日|時|曜日)(?!間|分|ごと|おき|以上|後|前)|どの年|(?:公開|発売|発表|開業|開始|設立|誕生|締切|実施)(?:日|年|年月日)(?:は|を|が|って)?(?:教え|知り|[？?。]|$)|生年月日|\b(when|(what|which|in what) (year|date|month|day|century))\b/i,
  ],
  [
    'money',
    /いくら(?!でも)|(?:何|どの(?:くらい|ぐらい)の?)(?:円|ドル|ユーロ)|(価格|料金|値段|費用|売上高?|収入|年収|評価額|資本金|予算)(は|を|が|って)?(何|どれ|どの|いくつ|教え|知り|[？?。]|$)|\b((?<!by )how much (?:does|did|do|was|is|money)|what (?:is|was) the (?:price|cost|valuation|revenue|budget))\b/i,
  ],
  [
    'quantity',
    /いくつ|(どれ|どの)(くらい|ぐらい|ほど|だけ)|どれほど|何(倍|割|％|%|番目?|分の|語(?=くらい|ぐらい|ほど|以上))|(数|人口|面積|長さ|高さ|重さ|深さ|距離|速度|割合|比率|サイズ|大きさ)(は|を|が|って)?(何(?!の|が|に|を|と)|どれ|いくつ|教え|知り|[？?。]|$)|\bhow (many|much|large|big|long|tall|high|old|far|fast|deep|often|heavy|wide)\b|\bwhat (percentage|number|share|fraction|size)\b/iu,
  ],
  ['person', /誰|だれ|どなた|何者|何という人|\b(who|whom|whose)\b/i],
  [
    'place',
    /どこ|何処|何(県|州|市|区|町|村|大陸|島)|どの(国|県|州|市|都市|地域|場所|大陸)|\b(where|(what|which) (country|city|place|state|region))\b/i,
  ],
]

/** Null where the question asks for anything else, or does not tell. */
export function findAskedType(question: string): AskedType | null {
  return patterns.find(([, pattern]) => pattern.test(question))?.[0] ?? (asksForCount(question) ? 'quantity' : null)
}

/** 何 in front of what would be counted if a number stood there: 何トークン, 何組, but not 何社会 or 何語. */
function asksForCount(question: string): boolean {
  const counted = question.replace(/何(?=[^をがにのでとかも、？?])/g, ' 97531')
  return findQuantities(counted).some(({ value, unit, text, end }) => {
    // 社 of 社会 counts nothing; 年間 does, whatever follows.
    const isPartOfWord = text.trim().length === '97531'.length + 1 && /^\p{Script=Han}/u.test(counted.slice(end))
    return value === 97531 && unit !== null && unit !== '語' && !isPartOfWord
  })
}

/**
 * The unit that a question asks a number of, as `findQuantities` names it: 何トークン, いくつのカテゴリ, how many (training)
 * tokens. Null where it names none.
 */
export function findAskedUnit(question: string): string | null {
  const counted = question
    .replace(/(?:何|いくつの|どの(?:くらい|ぐらい)の)(?=[^をがにのでとかも、？?])/g, ' 97531')
    .replace(/\bhow (?:many|much) /gi, '97531 ')
  for (let words = 0; words <= 2; words++) {
    const shortened = counted.replace(new RegExp(`97531 (?:[a-z-]+ ){${words}}`, 'i'), '97531 ')
    const unit = findQuantities(shortened).find(({ value }) => value === 97531)?.unit
    if (unit) return unit
  }
  return null
}
