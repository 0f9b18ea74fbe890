import type { FoundSpan } from '../found-span.js'
import { isMyNumber } from './is-my-number.js'

const candidate = /(?<![0-9a-z._/-])\d{4}([- ]?)\d{4}\1\d{4}(?![0-9a-z_]|[-.]\d| \d{4}(?!\d))/giu
const speaksOfIt =
  /マイナンバー|個人番号|通知カード|(?<![a-z])my ?number|individual number|social security and tax number/iu
const reach = 160

/**
 * My Numbers: the check digit is right and the words around, or `context` (a title), speak of it. One in eleven of all
 * twelve-digit numbers (parcels, accounts of cloud services) has the right digit by chance.
 */
export function findMyNumbers(folded: string, context = ''): FoundSpan[] {
  return [...folded.matchAll(candidate)]
    .filter(({ 0: text, index }) => {
      if (!isMyNumber(text.replace(/\D/g, ''))) return false
      return (
        speaksOfIt.test(context) || speaksOfIt.test(folded.slice(Math.max(0, index - reach), index + text.length + 40))
      )
    })
    .map(({ 0: text, index }) => ({ start: index, end: index + text.length, rule: 'my-number', severity: 'high' }))
}
