import type { FoundSpan } from '../found-span.js'

const candidate =
  /(?<![0-9a-z._/-])(?:\d{4}([- ]?)\d{4}\1\d{4}\1\d{4}|\d{4}([- ]?)\d{6}\2\d{4,5})(?![0-9a-z_]|[-.]\d)/giu
/** Visa, Mastercard, American Express, JCB, Diners Club, Discover, UnionPay, by first digits and length. */
const issued =
  /^(?:4\d{15}|(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}|3[47]\d{13}|35(?:2[89]|[3-8]\d)\d{12}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|5\d{2}|4[4-9]\d)\d{12}|62\d{14})$/
/** Numbers that payment services publish for tests. */
const tests = new Set(
  (
    '4242424242424242 4111111111111111 4000056655665556 5555555555554444 5105105105105100 2223003122003222 ' +
    '378282246310005 371449635398431 6011111111111117 6011000990139424 3566002020360505 3530111333300000 30569309025904 ' +
    '38520000023237 4012888888881881 4000000000000002'
  ).split(' '),
)

/** Card numbers: first digits and length of an issuer, and the Luhn digit right (ISO/IEC 7812-1). */
export function findCreditCards(folded: string): FoundSpan[] {
  return [...folded.matchAll(candidate)]
    .filter(({ 0: text }) => {
      const digits = text.replace(/\D/g, '')
      return issued.test(digits) && hasLuhnDigit(digits) && !tests.has(digits)
    })
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length, rule: 'credit-card', severity: 'high' }))
}

function hasLuhnDigit(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const doubled = i % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
