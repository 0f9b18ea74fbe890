/** The letters' names in katakana, the usual one first; digits as English reads them. */
const letterNames: Readonly<Record<string, readonly string[]>> = {
  a: ['エー', 'エイ'],
  b: ['ビー'],
  c: ['シー'],
  d: ['ディー', 'デー'],
  e: ['イー'],
  f: ['エフ'],
  g: ['ジー'],
  h: ['エイチ', 'エッチ'],
  i: ['アイ'],
  j: ['ジェー', 'ジェイ'],
  k: ['ケー', 'ケイ'],
  l: ['エル'],
  m: ['エム'],
  n: ['エヌ'],
  o: ['オー'],
  p: ['ピー'],
  q: ['キュー'],
  r: ['アール'],
  s: ['エス'],
  t: ['ティー', 'テー'],
  u: ['ユー'],
  v: ['ブイ', 'ヴィー', 'ビィー'],
  w: ['ダブリュー', 'ダブル'],
  x: ['エックス'],
  y: ['ワイ'],
  z: ['ゼット', 'ズィー'],
}

const digitNames: Readonly<Record<string, readonly string[]>> = {
  '1': ['ワン'],
  '2': ['ツー', 'トゥー'],
  '3': ['スリー'],
  '4': ['フォー'],
  '5': ['ファイブ'],
  '6': ['シックス'],
  '7': ['セブン'],
  '8': ['エイト'],
  '9': ['ナイン'],
  '0': ['ゼロ'],
}

const maxLetters = 5
const alternatives = (names: Readonly<Record<string, readonly string[]>>) =>
  Object.values(names)
    .flat()
    .sort((a, b) => b.length - a.length)
    .join('|')
const letterOfName = new Map(
  [...Object.entries(letterNames), ...Object.entries(digitNames)].flatMap(([letter, names]) =>
    names.map((name) => [name, letter] as const),
  ),
)
const spelledOut = new RegExp(`^((?:${alternatives(letterNames)}){2,${maxLetters}})((?:${alternatives(digitNames)})?)$`)
const letterName = new RegExp(alternatives(letterNames), 'g')

/** The abbreviation that a katakana run spells out, lower case (ジーピーティー → gpt, ジーピーティースリー → gpt3), or null. */
export function findSpelledLetters(katakana: string): string | null {
  const [, letters, digit] = spelledOut.exec(katakana) ?? []
  if (!letters) return null
  const read = (letters.match(letterName) ?? []).map((name) => letterOfName.get(name))
  return read.join('') + (digit ? letterOfName.get(digit) : '')
}

/** Letters with two usual names that analysis does not write alike, as it does エー and エイ. */
const otherName: Readonly<Record<string, string>> = { h: 'エッチ', w: 'ダブル' }

/** How a Latin abbreviation of 2 to 5 letters is read out: as usual, and with its letters' other names. */
export function spellOutLetters(abbreviation: string): string[] {
  if (!new RegExp(`^[a-z]{2,${maxLetters}}$`).test(abbreviation)) return []
  const letters = [...abbreviation]
  const usual = letters.map((letter) => letterNames[letter]?.[0]).join('')
  const other = letters.map((letter) => otherName[letter] ?? letterNames[letter]?.[0]).join('')
  return usual === other ? [usual] : [usual, other]
}
