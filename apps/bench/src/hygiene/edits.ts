/** A change of a text that leaves what it says, or does not; null where the text has no place for it. */
export interface Edit {
  name: string
  isSame: boolean
  apply(text: string): string | null
}

const replace = (pattern: RegExp, by: string | ((found: string) => string)) => (text: string) => {
  const changed = text.replace(pattern, by as string)
  return changed === text ? null : changed
}

const verbs: readonly [string, string][] = [
  ['述べ', '語っ'],
  ['示し', '表し'],
  ['作ら', '造ら'],
  ['用い', '使っ'],
  ['始ま', '起こ'],
  ['多い', '少ない'],
  ['大き', '小さ'],
]

export const edits: readonly Edit[] = [
  { name: 'copy', isSame: true, apply: (text) => text },
  {
    name: 'width, punctuation, spaces',
    isSame: true,
    apply: replace(/[、。0-9]/gu, (c) => (/\d/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : `${c} `)),
  },
  { name: 'a date line added', isSame: false, apply: (text) => `${text}\n最終更新：2024年5月6日` },
  { name: 'polite endings', isSame: true, apply: replace(/である。/gu, 'です。') },
  { name: 'long vowel dropped', isSame: true, apply: replace(/(?<=[ァ-ヶ]{3})ー(?![ァ-ヶー])/gu, '') },
  { name: 'brackets changed', isSame: true, apply: replace(/[「」]/gu, '"') },
  { name: 'a word in hiragana', isSame: false, apply: replace(/(?<=[、。])(?:また|しかし|さらに|なお)/u, 'まだ') },
  { name: 'a number', isSame: false, apply: replace(/\d(?!\d)/u, (digit) => String((Number(digit) + 1) % 10)) },
  { name: 'a kanji numeral', isSame: false, apply: replace(/[一二三四五六七八](?=[年月日人つ世次回])/u, '九') },
  { name: 'a word in katakana', isSame: false, apply: replace(/[ァ-ヶ][ァ-ヶー]{2,}/u, 'ベルリン') },
  { name: 'a noun', isSame: false, apply: replace(/[\p{Script=Han}]{2}(?=[はがを])/u, '別物') },
  {
    name: 'a verb',
    isSame: false,
    apply: (text) => verbs.map(([from, to]) => replace(new RegExp(from, 'u'), to)(text)).find(Boolean) ?? null,
  },
  { name: 'a denial', isSame: false, apply: replace(/である(?=。)/u, 'ではない') },
  { name: 'a case particle', isSame: false, apply: replace(/(?<=\p{Script=Han})を(?=\p{Script=Han})/u, 'が') },
  { name: 'a sentence added', isSame: false, apply: (text) => `${text}これには異論もある。` },
  { name: 'a sentence left out', isSame: false, apply: replace(/(?<=。)[^。]{10,}。$/u, '') },
]
