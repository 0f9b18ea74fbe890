import type { FoundSpan } from '../found-span.js'
import { findAssignedSecrets } from './find-assigned-secrets.js'
import { isPlaceholder } from './is-placeholder.js'
import { secretRules } from './secret-rules.js'

const token = /(?<![\w.-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,8000}\.[\w-]{8,2000}(?![\w-])/gu

/** Keys, tokens and passwords: by form, by what they decode to, or by the words before them. */
export function findSecrets(folded: string): FoundSpan[] {
  const found: FoundSpan[] = []
  const add = (rule: string, start: number, end: number) => found.push({ start, end, rule, severity: 'high' })
  for (const { rule, pattern, hint } of secretRules) {
    if (!hint.some((letters) => folded.includes(letters))) continue
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = match.indices?.groups?.secret ?? [match.index, match.index + match[0].length]
      const value = folded.slice(start, end)
      if (isShown(value) || (rule === 'bearer-token' && !/\d/.test(value))) continue
      if (rule === 'connection-string' && isPlaceholder(value)) continue
      if (rule === 'basic-credentials' && !decode(value).includes(':')) continue
      add(rule, start, end)
    }
  }
  if (folded.includes('eyJ'))
    for (const { 0: text, index } of folded.matchAll(token))
      if (isTokenHeader(text.slice(0, text.indexOf('.')))) add('json-web-token', index, index + text.length)
  return [...found, ...findAssignedSecrets(folded)]
}

/** AKIAIOSFODNN7EXAMPLE, sk-xxxxxxxx: how a key looks, and no key. */
function isShown(value: string): boolean {
  return /EXAMPLE|x{8}|X{8}|\.{3}|0{12}|1234567890abcdef/u.test(value)
}

function isTokenHeader(text: string): boolean {
  try {
    return 'alg' in (JSON.parse(decode(text)) as object)
  } catch {
    return false
  }
}

const decode = (text: string) => Buffer.from(text, 'base64').toString('utf8')
