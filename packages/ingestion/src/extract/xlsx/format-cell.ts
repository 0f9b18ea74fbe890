import { format, isDateFormat } from 'numfmt'

// Excel shows format 14 as the computer's short date; the year in front leaves no doubt in any language.
const shortDate = /^m\/d\/yy(?:yy)?( h:mm)?$/
const quotedOrBracketed = /("[^"]*"|\\.|\[[^\]]*\])/
const daysOf1904 = 1_462

/**
 * A number as a spreadsheet shows it: by its format code (ECMA-376 part 1, 18.8.31), with the eras of the Japanese calendar
 * (`ggge"年"`). A code that cannot be read shows the number.
 */
export function formatCell(options: { value: number; code: string | undefined; is1904?: boolean }): string {
  if (options.code === undefined || options.code === 'General') return format('General', options.value)
  const code = options.code.replace(shortDate, 'yyyy/m/d$1')
  const isDate = isDateFormat(code) || hasEra(code)
  const value = options.value + (isDate && options.is1904 ? daysOf1904 : 0)
  try {
    return format(isDate ? writeEra({ code, value }) : code, value, { locale: 'ja-JP' }).trim()
  } catch {
    return String(options.value)
  }
}

/** `ggge` and its shorter forms, outside of literal text; the G of `General` is none. */
const era = /(?<![a-z])g{1,3}e{1,2}(?![a-z])/i

function hasEra(code: string): boolean {
  return code.split(quotedOrBracketed).some((part, at) => at % 2 === 0 && era.test(part))
}

const eraFormats = {
  short: new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'short', year: 'numeric', timeZone: 'UTC' }),
  narrow: new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'narrow', year: 'numeric', timeZone: 'UTC' }),
}

/** Writes era and year of the era into the code as literal text. */
function writeEra(options: { code: string; value: number }): string {
  const { code, value } = options
  if (!hasEra(code)) return code
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(value) * 86_400_000)
  const get = (era: 'short' | 'narrow', type: string) =>
    eraFormats[era].formatToParts(date).find((part) => part.type === type)?.value ?? ''
  const literal = (token: string) => {
    if (/^e/i.test(token)) return get('short', 'year').padStart(token.length, '0')
    if (token.length === 1) return get('narrow', 'era')
    return token.length === 2 ? get('short', 'era').slice(0, 1) : get('short', 'era')
  }
  return code
    .split(quotedOrBracketed)
    .map((part, at) => (at % 2 === 1 ? part : part.replace(/g{1,3}|e{1,2}/gi, (token) => `"${literal(token)}"`)))
    .join('')
}
