/**
 * Everything that may make a statement another one: numbers with their signs and units, words of every script, particles
 * and endings, symbols. Left out is what says nothing: spaces, punctuation, brackets.
 */
const word = new RegExp(
  [
    // 2024-04-01, 3.14, 1,200, 10:30
    '\\d+(?:[.,:/-]\\d+)*',
    // A minus, not a hyphen: -5
    '-(?=\\d)',
    '[\\p{Script=Han}々〆〇]+',
    '[\\p{Script=Katakana}ー]+',
    '[\\p{Script=Hiragana}ー]+',
    // Letters of other scripts, with what keeps them together: don't, node.js, C++, C#
    "(?:(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー])[\\p{L}\\p{M}_])+(?:['’.](?=[a-z])[a-z]+)*[+#]*",
    // != and the like, per cent, marks such as ○ and ×, currencies, arrows.
    '!(?==)',
    '[%‰*&@\\p{Sm}\\p{Sc}\\p{So}]',
  ].join('|'),
  'gu',
)
const articles = new Set(['a', 'an', 'the'])

/** Endings that say politely what others say plainly, before the end of a sentence; the plain form is what is compared. */
const polite: readonly (readonly [RegExp, string])[] = [
  [/(?:であります|でございます|です|である)(?=[。．.」』)\n]|$)/gu, ''],
  [/(?<=[てで])います(?=[。．.」』)\n]|$)/gu, 'いる'],
  [/(?<=[てで])いました(?=[。．.」』)\n]|$)/gu, 'いた'],
]

/** The words of a folded text (NFKC, lower case) in order, alike for texts that differ in what says nothing only. */
export function listWords(folded: string): string[] {
  const plain = polite.reduce((text, [ending, by]) => text.replace(ending, by), folded)
  const words: string[] = []
  for (const [found] of plain.matchAll(word)) {
    if (articles.has(found)) continue
    // サーバー and サーバ are one word; 1,200 and 1200 are one number.
    words.push(/^[ァ-ヿ]{4,}$/u.test(found) ? found.replace(/ー$/u, '') : found.replace(/(?<=\d),(?=\d{3})/g, ''))
  }
  return words
}
