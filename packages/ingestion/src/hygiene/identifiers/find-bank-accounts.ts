import type { FoundSpan } from '../found-span.js'

const patterns: readonly [rule: string, pattern: RegExp][] = [
  [
    'bank-account',
    /(?:(?:普通|当座|貯蓄)(?:預金)?(?:口座)?|口座(?:番号)?|(?:bank )?account (?:no\.?|number)|a\/c(?: no\.?)?)[\s:：.)」、#]{0,4}(?:(?:番号|no\.?)[\s:：.]{0,3})?(?<number>\d{3}-?\d{4}|\d{6,12})(?![\d-])/dgiu,
  ],
  // ゆうちょ銀行: 記号 of five digits, 番号 of up to eight.
  ['bank-account', /記号[\s:：]{0,3}(?<number>[01]\d{4}(?:-\d)?[\s、,/／]{0,3}番号[\s:：]{0,3}\d{2,8})(?!\d)/dgiu],
]
const speaksOfBanks =
  /銀行|信用金庫|信金|信用組合|農協|ゆうちょ|支店|振込|振り込み|預金|bank|branch|routing|swift|transfer|payee/iu
const iban = /(?<![0-9a-z])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![0-9a-z])/gu

/** Account numbers where the words say so, and IBANs with their check digits right (ISO 13616, ISO 7064). */
export function findBankAccounts(folded: string): FoundSpan[] {
  const found: FoundSpan[] = []
  for (const [rule, pattern] of patterns)
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.number ?? [match.index, match.index]
      const around = folded.slice(Math.max(0, match.index - 80), end + 40)
      if (speaksOfBanks.test(around)) found.push({ start, end, rule, severity: 'medium' })
    }
  for (const { 0: text, index } of folded.matchAll(iban))
    if (isIban(text)) found.push({ start: index, end: index + text.length, rule: 'iban', severity: 'medium' })
  return found
}

function isIban(text: string): boolean {
  const plain = text.replaceAll(' ', '')
  if (plain.length < 15 || plain.length > 34) return false
  let remainder = 0
  for (const character of plain.slice(4) + plain.slice(0, 4))
    for (const digit of String(Number.parseInt(character, 36))) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder === 1
}
