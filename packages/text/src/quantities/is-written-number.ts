/** Counters after which a single kanji numeral is a number; 一方, 一般, 一部, 十分, 千葉 and their like are words. */
const afterOneNumeral = new Set(
  '年 月 日 か月 ヶ月 カ月 つ 人 個 枚 本 冊 件 回 倍 台 社 種類 世紀 歳 円 層 次元 段階 週間 時間 言語 秒 組 曲'.split(
    ' ',
  ),
)

/** Do kanji numerals say a number, and are not part of a word? `before` and `after` are the characters beside them. */
export function isWrittenNumber(options: {
  numerals: string
  unit: string | undefined
  before: string
  after: string
}): boolean {
  const { numerals, unit, before, after } = options
  if (/[数何幾]/.test(before) || (numerals === '十' && unit === '分')) return false
  if ([...numerals].length === 1) return afterOneNumeral.has(unit ?? '')
  return unit !== undefined || !/\p{Script=Han}/u.test(after)
}
