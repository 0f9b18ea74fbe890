import type { Damage } from './damage.js'
import { pick } from './pick.js'

const minLength = 3
const katakanaWord = /[\u30a1-\u30faー]+/gu
/** Letters that are taken for one another, by look or by sound. */
const alike = [
  'シツ',
  'ソン',
  'ノメ',
  'クワ',
  'ウヴ',
  'ハバパ',
  'ヒビピ',
  'フブプ',
  'ヘベペ',
  'ホボポ',
  'カガ',
  'キギ',
  'クグ',
  'ケゲ',
  'コゴ',
  'サザ',
  'スズ',
  'タダ',
  'テデ',
  'トド',
  'アァ',
  'イィ',
  'エェ',
  'ツッ',
  'ヤャ',
  'ユュ',
  'ヨョ',
  'ジヂ',
  'ズヅ',
]

/** Drops a letter of one katakana word, swaps two neighbours, or writes one that looks or sounds alike. */
export const misspellKatakana: Damage = ({ question, random }) => {
  const words = [...question.matchAll(katakanaWord)].filter(({ 0: word }) => word.length >= minLength)
  if (words.length === 0) return null
  const { 0: word, index } = pick(words, random)
  const at = Math.floor(random() * (word.length - 1))
  const [before, letter, next, after] = [word.slice(0, at), word[at] ?? '', word[at + 1] ?? '', word.slice(at + 2)]
  const others = alike
    .filter((letters) => letters.includes(letter))
    .flatMap((letters) => [...letters.replace(letter, '')])
  const forms = [
    // A ー that is dropped is another kind of damage.
    ...(letter === 'ー' ? [] : [before + next + after]),
    ...(letter === next || at === 0 ? [] : [before + next + letter + after]),
    ...others.slice(0, 1).map((other) => before + other + next + after),
  ]
  if (forms.length === 0) return null
  return question.slice(0, index) + pick(forms, random) + question.slice(index + word.length)
}
