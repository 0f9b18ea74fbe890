/** Japanese counters, the longer first where one begins another. Katakana units need no list. */
const japaneseUnits =
  '世紀 年間 年代 年度 年 か月 ヶ月 カ月 ヵ月 ケ月 箇月 か国語 ヶ国語 カ国語 か国 ヶ国 カ国 月 週間 日間 日(?!本) 時間 時 分間 分 秒間 秒 言語 語 文字 字 人 名 個 枚 本 冊 件 回 倍 台 基 社 種類 種 層 次元 行 列 点 度 歳 才 位 番目 番 章 節 項目 項 条 円 元 組 曲 問 票 段階 段 校 箇所 か所 ヶ所 カ所 割 つ'.split(
    ' ',
  )
const englishUnits =
  'percentage points?|percent|per cent|dollars?|yen|euros?|years?|months?|weeks?|days?|hours?|hrs?|minutes?|seconds?|milliseconds?|ms|centur(?:y|ies)|people|persons?|users?|parameters?|params?|tokens?|words?|images?|pictures?|languages?|layers?|dimensions?|pages?|categories|category|classes|companies|company|papers?|gpus?|times|fold|gigabytes?|megabytes?|terabytes?|kilobytes?|petabytes?|bytes?|bits?'

/** Measures in Latin letters; other letters after a number are a name's (3D, 2nd). */
const measures =
  '[kmgtp]?i?b|[kmgtp]b/s|[kmgt]?bps|[kmgtpe]?flops|t?ops|[kmg]?hz|[kcmnμ]?m|[kmμ]?g|[km]?wh?|k?v|fps|ms|h|x|lb|km/h|m/s|b/s'

/** A unit after a number, in a text folded as `normalizeWithMap` folds. */
export const unitPattern = `(?:%|°c|(?:${measures})(?![\\p{Script=Latin}\\p{Nd}])|[\\p{Script=Katakana}ー]{2,20}|${japaneseUnits.join('|')})`
export const englishUnitPattern = `(?:(?:${englishUnits})(?![\\p{Script=Latin}\\p{Nd}]))`

const sameUnits: Record<string, string> = {
  パーセント: '%',
  percent: '%',
  'per cent': '%',
  $: 'ドル',
  dollar: 'ドル',
  usd: 'ドル',
  米ドル: 'ドル',
  '¥': '円',
  yen: '円',
  jpy: '円',
  '€': 'ユーロ',
  euro: 'ユーロ',
  eur: 'ユーロ',
  year: '年',
  年間: '年',
  month: 'か月',
  ヶ月: 'か月',
  カ月: 'か月',
  ヵ月: 'か月',
  ケ月: 'か月',
  箇月: 'か月',
  week: '週間',
  day: '日',
  days: '日',
  日間: '日',
  hour: '時間',
  hr: '時間',
  h: '時間',
  minute: '分',
  分間: '分',
  second: '秒',
  秒間: '秒',
  century: '世紀',
  person: '人',
  people: '人',
  名: '人',
  才: '歳',
  parameter: 'パラメータ',
  param: 'パラメータ',
  パラメーター: 'パラメータ',
  token: 'トークン',
  word: '語',
  language: '言語',
  layer: '層',
  dimension: '次元',
  page: 'ページ',
  category: 'カテゴリ',
  カテゴリー: 'カテゴリ',
  class: 'クラス',
  x: '倍',
  fold: '倍',
  gigabyte: 'gb',
  megabyte: 'mb',
  terabyte: 'tb',
  kilobyte: 'kb',
  petabyte: 'pb',
  ギガバイト: 'gb',
  メガバイト: 'mb',
  テラバイト: 'tb',
}

/** One name for each unit, Japanese where there is a Japanese one; English plurals cut back. */
export function canonicalUnit(unit: string): string {
  const singular = unit
    .replace(/ies$/, 'y')
    .replace(/sses$/, 'ss')
    .replace(/(?<=^[a-z ]{3,}[a-rt-z])s$/, '')
    .replace(/^(gpu|hr)s$/, '$1')
  return sameUnits[unit] ?? sameUnits[singular] ?? singular
}

const sharedUnits = new Set(Object.values(sameUnits))

/** A unit, by its one name, that English and Japanese texts both write: パラメータ, but not 個 or gpu. */
export function isSharedUnit(unit: string): boolean {
  return sharedUnits.has(unit)
}
