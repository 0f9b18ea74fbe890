import type { Folding } from '@shutten/text'

/** A way in which a question may be written otherwise. */
export interface Damage {
  name: string
  /** What is there to take its effect away. */
  folding: Folding
  apply(question: string): string
}

const katakana = '[\\p{Script=Katakana}ー]'
const numerals = '〇一二三四五六七八九'
const pairs = (text: string) => new Map(text.split(' ').map(([written = '', other = '']) => [written, other]))
const oldForms = pairs(
  '学學 国國 会會 竜龍 沢澤 広廣 辺邊 斎齋 桜櫻 駅驛 医醫 円圓 気氣 県縣 変變 読讀 続續 戦戰 当當 対對 実實 経經 労勞 児兒 発發 数數 帰歸 画畫 関關 総總 権權 鉄鐵 単單 両兩',
)
const largeKana = pairs('ァア ィイ ゥウ ェエ ォオ')

const replace = (pattern: RegExp, by: string | ((match: string) => string)) => (question: string) =>
  question.replace(pattern, by as string)

/** Questions written in ways that the foldings of the analyser are there for. */
export const damages: readonly Damage[] = [
  {
    name: 'last long vowel dropped (サーバ)',
    folding: 'longVowels',
    apply: replace(new RegExp(`(?<=${katakana}{3})ー(?!${katakana})`, 'gu'), ''),
  },
  {
    name: 'last long vowel added (コンピューター)',
    folding: 'longVowels',
    apply: replace(new RegExp(`(?<=${katakana}{3}[タダバラザマ])(?!${katakana})`, 'gu'), 'ー'),
  },
  {
    name: 'all long vowels dropped',
    folding: 'longVowels',
    apply: replace(/(?<=\p{Script=Katakana})ー/gu, ''),
  },
  { name: 'long vowel as －', folding: 'dashes', apply: replace(/(?<=\p{Script=Katakana})ー/gu, '－') },
  { name: 'long vowel as 〜', folding: 'dashes', apply: replace(/(?<=\p{Script=Katakana})ー/gu, '〜') },
  { name: 'long vowel twice', folding: 'dashes', apply: replace(/ー/g, 'ーー') },
  {
    name: 'old forms of kanji',
    folding: 'oldKanji',
    apply: replace(/\p{Script=Han}/gu, (kanji) => oldForms.get(kanji) ?? kanji),
  },
  {
    name: 'digits as kanji numerals',
    folding: 'numerals',
    apply: replace(/(?<![\p{Script=Latin}\d.,])\d{1,4}(?=[年月日人個回世紀歳])/gu, toNumerals),
  },
  {
    name: 'kanji repeated in place of 々',
    folding: 'repetition',
    apply: (question) => question.replace(/(\p{Script=Han})々/gu, '$1$1'),
  },
  {
    name: 'ヴ as バ, ビ, ブ',
    folding: 'vSounds',
    apply: (question) =>
      question.replace(/ヴ[ァィェォ]?/g, (kana) => ({ ヴァ: 'バ', ヴィ: 'ビ', ヴェ: 'ベ', ヴォ: 'ボ' })[kana] ?? 'ブ'),
  },
  {
    name: 'ジ as ヂ, ズ as ヅ',
    folding: 'zSounds',
    apply: (question) =>
      question
        .replace(new RegExp(`(?<=${katakana})ジ(?![ャュョェ])`, 'gu'), 'ヂ')
        .replace(new RegExp(`(?<=${katakana})ズ`, 'gu'), 'ヅ'),
  },
  {
    name: 'small vowels as large ones',
    folding: 'smallKana',
    apply: replace(/[ァィゥェォ]/g, (small) => largeKana.get(small) ?? small),
  },
  { name: 'イ after e as ー', folding: 'longE', apply: replace(/(?<=[エケセテネヘメレゲゼデベペ])イ/g, 'ー') },
  { name: 'ー after e as イ', folding: 'longE', apply: replace(/(?<=[エケセテネヘメレゲゼデベペ])ー/g, 'イ') },
  { name: 'ア after i as ヤ', folding: 'glides', apply: replace(/(?<=[イキシチニヒミリ])ア/g, 'ヤ') },
  {
    name: 'middle dots dropped',
    folding: 'middleDots',
    apply: replace(new RegExp(`(?<=${katakana})[・=](?=\\p{Script=Katakana})`, 'gu'), ''),
  },
  {
    name: 'soft hyphens within words',
    folding: 'invisible',
    apply: replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, '\u00ad'),
  },
]

function toNumerals(digits: string): string {
  if (digits.length === 4) return [...digits].map((digit) => numerals[Number(digit)]).join('')
  let rest = Number(digits)
  if (rest === 0) return '〇'
  let written = ''
  for (const [value, sign] of [
    [100, '百'],
    [10, '十'],
  ] as const) {
    const count = Math.floor(rest / value)
    if (count > 0) written += (count > 1 ? numerals[count] : '') + sign
    rest %= value
  }
  return written + (rest > 0 ? numerals[rest] : '')
}
