import type { FoundSpan } from '../found-span.js'
import { isPlaceholder } from './is-placeholder.js'

const keyName =
  '(?:api|access|secret|auth|private|client|signing|encryption|account|master|service)[-_ ]?(?:key|secret|token)(?:[-_ ]?(?:id|value))?|(?:aws[-_])?secret[-_ ]?access[-_ ]?key|token|secret|credentials?|APIキー|アクセスキー|アクセストークン|シークレット(?:キー)?|秘密鍵|認証(?:キー|トークン)|トークン|暗号鍵'
const passwordName =
  'pass(?:word|wd|phrase|code)?|pwd|パスワード|パスフレーズ|パスコード|暗証番号|合言葉|ログインPW|PW|PIN(?:コード)?'
/** Quotation marks of JSON between name and sign; 「は」 and "is" say it in prose. */
const sign = '(?<sign>["\'`]?(?:\\s{0,3}(?:[:=]|=>|:=)\\s{0,3}|\\s?(?:は|が|is)(?:[、:]\\s?|\\s{0,2})))'
const value = '["\'`「『]?(?<value>[!-~]{4,200})'

const keys = new RegExp(`(?<![a-z])(?:${keyName})${sign}${value}`, 'dgiu')
const passwords = new RegExp(`(?<![a-z])(?:${passwordName})${sign}${value}`, 'dgiu')
const trailing = /["'`,;)\]}>.]+$/u

/**
 * What stands behind the name of a key or password, in configuration and in prose: `api_key=…`, 「パスワード：…」.
 * A key has 16 letters or more and looks drawn by chance; a password is no word.
 */
export function findAssignedSecrets(folded: string): FoundSpan[] {
  const found: FoundSpan[] = []
  const collect = (pattern: RegExp, rule: string, isSecret: (value: string, inProse: boolean) => boolean) => {
    for (const match of folded.matchAll(pattern)) {
      const [start] = match.indices?.groups?.value ?? [0]
      const text = (match.groups?.value ?? '').replace(trailing, '')
      const inProse = !/[:=]/.test(match.groups?.sign ?? '')
      if (text && !isPlaceholder(text) && isSecret(text, inProse))
        found.push({ start, end: start + text.length, rule, severity: 'high' })
    }
  }
  collect(keys, 'assigned-key', (text) => text.length >= 16 && /\d/.test(text) && getEntropy(text) >= 3)
  collect(passwords, 'password', isPassword)
  return found
}

/** Letters and digits, or a sign among them; digits alone only after the sign of a field: a PIN. */
function isPassword(text: string, inProse: boolean): boolean {
  if (/^\d+$/.test(text)) return !inProse && text.length <= 12
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].filter((one) => one.test(text)).length
  const isWords = /^[A-Za-z]+(?:[-_./][A-Za-z]+)*$/.test(text)
  return text.length >= 6 && !isWords && classes >= (inProse ? 3 : 2)
}

/** Bits per character (Shannon, of the text's own letters). */
function getEntropy(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits
}
