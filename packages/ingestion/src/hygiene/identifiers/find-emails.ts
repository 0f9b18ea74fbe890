import type { FoundSpan } from '../found-span.js'

const address =
  /(?<![\w.+%/-])[a-z0-9](?:[\w.+%-]{0,62}[\w+%-])?(?:@|\s?[[(<{](?:at|アットマーク)[\])>}]\s?)(?:[a-z0-9-]{1,63}(?:\.|\s?[[(<{](?:dot|ドット)[\])>}]\s?)){1,6}[a-z]{2,24}(?![\w@-])/giu
/** Never anyone's. Source: RFC 2606, RFC 6761. */
const reserved = /(?:^|[.@])(?:example\.(?:com|net|org|jp|co\.jp)|example|invalid|test|localhost)$/iu
/** logo@2x.png */
const fileName = /\.(?:png|jpe?g|gif|svg|webp|css|js|ts|json|html?|pdf|zip)$/iu

/** E-mail addresses, also written with (at) and (dot). */
export function findEmails(folded: string): FoundSpan[] {
  return [...folded.matchAll(address)]
    .filter(({ 0: found, index }) => {
      const isRemote = found.startsWith('git@') && folded.charAt(index + found.length) === ':'
      return !isRemote && !reserved.test(found) && !fileName.test(found)
    })
    .map(({ 0: found, index }) => ({ start: index, end: index + found.length, rule: 'email', severity: 'low' }))
}
