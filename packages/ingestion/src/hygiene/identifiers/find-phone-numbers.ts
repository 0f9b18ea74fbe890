import type { FoundSpan } from '../found-span.js'

// Not inside a longer number, code or path; TEL and FAX may stand right before.
const before = '(?:(?<![0-9a-z._/-])|(?<=tel|fax|phone))'
const after = '(?![0-9a-z_]|-[0-9a-z]|\\.[0-9])'
const join = '[- .]{1,2}'

const candidate = new RegExp(
  [
    // +81 (0)3 1234 5678, +1-555-123-4567
    '(?<![0-9a-z._/+-])\\+[1-9][0-9]{0,2}(?:[-. ]?\\(?[0-9]{1,5}\\)?){2,5}',
    // 03-1234-5678, 0120-12-34-56
    `${before}0[0-9]{1,4}(?:${join}[0-9]{1,4}){2,3}`,
    // 03(1234)5678, (03)1234-5678, 0120(123)456
    `${before}(?:\\(0[0-9]{1,4}\\) ?[0-9]{1,4}${join}[0-9]{3,4}|0[0-9]{1,4} ?\\([0-9]{1,4}\\) ?[0-9]{3,4})`,
    // 09012345678, 0312345678
    `${before}0[0-9]{9,10}`,
    // (555) 123-4567, 555-123-4567
    `${before}(?:\\([2-9][0-9]{2}\\) ?|[2-9][0-9]{2}[-.])[2-9][0-9]{2}[-.][0-9]{4}`,
  ]
    .map((form) => `(?:${form})${after}`)
    .join('|'),
  'giu',
)

const speaksOfPhones =
  /(?:電話|℡|☎|tel|phone|fax|ファックス|ファクス|携帯|ケータイ|モバイル|内線|フリーダイヤル|ナビダイヤル|連絡先|問い?合わ?せ先?|直通|代表|call|mobile|cell|dial|contact)[^0-9\n]{0,16}$/iu
const speaksOfOthers =
  /(?:型番|品番|型式|番号|コード|注文|伝票|管理|シリアル|製番|図番|部品|商品|製品|会員|社員|受付|口座|契約|請求|isbn|issn|jan|s\/n|p\/n|part|model|serial|order|invoice|ticket|case|item|sku|version|ver\.?|rev\.?|id|no\.?|#|〒|郵便)[^0-9\n]{0,8}$/iu

/** Japanese numbers in any form, international ones, and those of the North American plan. */
export function findPhoneNumbers(folded: string): FoundSpan[] {
  const found: FoundSpan[] = []
  for (const { 0: text, index } of folded.matchAll(candidate)) {
    const lead = folded.slice(Math.max(0, index - 24), index)
    const isNamed = speaksOfPhones.test(lead)
    if (!isNamed && speaksOfOthers.test(lead)) continue
    if (isPhoneNumber({ text, isNamed }))
      found.push({ start: index, end: index + text.length, rule: 'phone', severity: 'low' })
  }
  return found
}

function isPhoneNumber({ text, isNamed }: { text: string; isNamed: boolean }): boolean {
  const digits = text.replace(/[^0-9]/g, '')
  if (text.startsWith('+')) {
    if (!digits.startsWith('81')) return digits.length >= 9 && digits.length <= 15
    return isJapanese(
      `0${text
        .replace('(0)', '')
        .replace(/[^0-9]/g, '')
        .slice(2)
        .replace(/^0/, '')}`,
    )
  }
  if (!digits.startsWith('0')) return text.startsWith('(') || isNamed
  if (!isJapanese(digits)) return false
  const groups = text.split(/[^0-9]+/).filter(Boolean)
  if (groups.length > 1) return isGrouped(groups)
  return isNamed || digits.length === 11
}

/** Source: 総務省「電気通信番号計画」: 0A0 and eleven digits, 0120, 0570, 0800, 0990, and 0 with an area code: ten digits. */
function isJapanese(digits: string): boolean {
  if (/^0[6-9]0[1-9]\d{7}$/.test(digits) || /^050[1-9]\d{7}$/.test(digits)) return true
  if (/^(?:0120|0570|0990)\d{6}$/.test(digits) || /^0800\d{7}$/.test(digits)) return true
  return /^0[1-9]\d{8}$/.test(digits) && !/^0[5-9]0/.test(digits)
}

function isGrouped(groups: readonly string[]): boolean {
  const [first = '', second = '', ...rest] = groups
  if (/^(?:0120|0570|0990|0800)$/.test(first)) return groups.slice(1).every(({ length }) => length >= 2)
  if (rest.length !== 1) return false
  const last = rest[0] ?? ''
  // Subscribers have four digits, exchanges begin with 2 to 9; of two-digit area codes there are three.
  if (/^0[5-9]0$/.test(first)) return second.length === 4 && last.length === 4
  if (last.length !== 4 || !/^[2-9]/.test(second)) return false
  return first.length !== 2 || (/^0[346]$/.test(first) && second.length === 4)
}
