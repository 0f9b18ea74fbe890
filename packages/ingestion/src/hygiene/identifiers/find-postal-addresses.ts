import type { FoundSpan } from '../found-span.js'

const prefecture =
  '(?:北海道|東京都|(?:京都|大阪)府|(?:青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重|滋賀|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分|宮崎|鹿児島|沖縄)県)'
const number = '(?:\\d{1,5}|[一二三四五六七八九十百]{1,5})'
/** 1-2-3, 二丁目3番4号, 123番地の4 */
const lot = `(?:${number}丁目 ?(?:${number}(?:-\\d{1,5}){1,3}|${number}番(?:地)?(?: ?(?:の|-)?${number}号?)?)|\\d{1,5}(?:-\\d{1,5}){1,3}|${number}番地(?:の?${number}|-\\d{1,5})?|${number}番${number}号)`
const town = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々ヶケ]{1,16}'
const japanese = new RegExp(
  `(?<place>${prefecture}? ?(?:[\\p{Script=Han}ぁ-んァ-ヶ]{1,6}郡)?[\\p{Script=Han}ぁ-んァ-ヶー]{1,8}[市区町村](?:[\\p{Script=Han}ぁ-んァ-ヶ]{1,5}区)?) ?(?<rest>(?:${town})? ?${lot}(?![\\d/-])(?:号室|号)?)`,
  'dgu',
)
const isWhole = new RegExp(prefecture, 'u')
const named = /住所|所在地|本社|本店|本籍|居所|送付先|届け先|お届け|宛先|〒|\d{3}-\d{4}/u
const postcoded = /〒 ?\d{3}-?\d{4}/gu

/** 1-2-3 Kanda, Chiyoda-ku, Tokyo; 12 Main Street, Springfield, IL 62704 */
const english =
  /(?<![\d-])\d{1,4}(?:-\d{1,4}){1,2},? [A-Z][a-z]+(?:-?[a-z]+)?(?: [A-Z][a-z]+)?, (?:[A-Z][a-z]+-(?:ku|shi|cho|machi),? ?){1,2}|(?<!\d)\d{1,5} (?:[NSEW]\.? )?(?:[A-Z][a-z]+ ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way)\b\.?(?:,? (?:Apt|Suite|Ste|Unit|#)\.? ?\w{1,6})?, [A-Z][A-Za-z .]{1,30}, [A-Z]{2} \d{5}(?:-\d{4})?/gu

/** Addresses down to the lot: what stands after the city or ward, and a postcode right before. A town alone is none. */
export function findPostalAddresses(folded: string): FoundSpan[] {
  const found: FoundSpan[] = []
  for (const match of folded.matchAll(japanese)) {
    const [start, end] = match.indices?.groups?.rest ?? [match.index, match.index]
    const lead = folded.slice(Math.max(0, match.index - 24), match.index)
    const place = match.groups?.place ?? ''
    if (isWhole.test(place) || named.test(lead + place))
      found.push({ start, end, rule: 'postal-address', severity: 'low' })
  }
  for (const { 0: text, index } of folded.matchAll(postcoded)) {
    const end = index + text.length
    if (found.some(({ start }) => start >= end && start - end <= 24))
      found.push({ start: index, end, rule: 'postal-address', severity: 'low' })
  }
  for (const { 0: text, index } of folded.matchAll(english))
    found.push({
      start: index,
      end: index + text.trimEnd().replace(/,$/, '').length,
      rule: 'postal-address',
      severity: 'low',
    })
  return found
}
