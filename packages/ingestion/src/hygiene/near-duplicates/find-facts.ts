/**
 * What makes a statement this one and no other: numbers, names and words of every script, what denies or limits, and the
 * particle behind a word. What is left out may be written otherwise: punctuation, polite endings, articles.
 */
const token = new RegExp(
  [
    // -5, 3.14, 1,200, 50%
    '(?:(?<![\\da-z])-)?\\d+(?:[.,:/]\\d+)*[%‰]?',
    '[\\p{Script=Han}々〆〇]+',
    '[\\p{Script=Katakana}ー]+',
    // Letters of other scripts, with what keeps them together.
    "(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー])[\\p{L}\\p{M}])+(?:['’+#](?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}])\\p{L})*)?",
    // Denials, limits, directions, passives, causatives, wishes and duties.
    'な[いくか]|ません|まい|ざる|ず(?![つっ])|ぬ|しか|だけ|のみ|より|から|まで|ばかり|以外|ら?れ[るたてま]|さ?せ[るたてま]|べき|たい|かも|らしい|だろう|でしょう',
    // Who does what to whom.
    '(?<=[\\p{Script=Han}\\p{Script=Katakana}ー\\p{N}a-z」』）)"”］】〉》])[がをにへとでも](?!\\p{Script=Hiragana}{3})',
  ].join('|'),
  'gu',
)
const articles = new Set(['a', 'an', 'the'])

/** @param folded NFKC, lower case */
export function findFacts(folded: string): string[] {
  const facts: string[] = []
  for (const [found] of folded.matchAll(token)) {
    if (articles.has(found)) continue
    // サーバー and サーバ are one word; 1,200 and 1200 are one number.
    facts.push(/^[ァ-ヿ]{4,}$/u.test(found) ? found.replace(/ー$/u, '') : found.replace(/(?<=\d),(?=\d{3})/g, ''))
  }
  return facts
}
