/** Names in Latin letters and digits, told apart from those of their kin: GPT-3 from GPT-3.5, GatorTron from GatorTronGPT. */
export interface NamedThings {
  /** One of the names stands nowhere in a text, whatever joins its parts: GPT3, GPT-3 and GPT 3 are one. */
  lacksOne(text: string): boolean
  /** A text says a name's kin, another version or variant, and not the name itself. */
  saysKin(text: string): boolean
}

const letterOrDigit = '[\\p{Script=Latin}\\p{Nd}]'
const joint = "[\\s·'’‐‑–-]*"
/** What makes another name of one: more letters, 「-2」, 「 2」 but not 「 2億」. BERT-Large is a size of BERT, and tells of it. */
const more = `(?:${letterOrDigit}|[-‐‑–]\\p{Nd}|\\.\\p{Nd}|\\s\\p{Nd}{1,2}(?:\\.\\p{Nd})?(?![\\p{Nd},.年月日時分秒人個件億万兆倍層語%％]))`

/** `foldText` would take the white space, by which 「GPT-3 175B」 ends its name. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase()
const possessive = /['’]s?$/u
const partsOf = (name: string) => name.replace(possessive, '').match(/\p{Script=Latin}+|\p{Nd}+(?:\.\p{Nd}+)?/gu) ?? []
/** Letters may follow a number: 1000TOPS. */
const begin = (part = '') => (/^\p{Nd}/u.test(part) ? `(?<!${letterOrDigit})` : '(?<!\\p{Script=Latin})')
const patternOf = (parts: readonly string[]) => `${begin(parts[0])}${parts.map(escapePart).join(joint)}`
const escapePart = (part: string) => part.replaceAll('.', '\\.')

/** GPT-4 → GPT; YOLOX-X → YOLOX; the first part is never taken. */
function baseOf(name: string): string[] {
  const parts = partsOf(name)
  const isVersion = (part: string) => /^\p{Nd}/u.test(part) || /^\p{Script=Latin}{1,2}$/u.test(part)
  while (parts.length > 1 && isVersion(parts.at(-1) ?? '')) parts.pop()
  return parts
}

export function createNamedThings(names: readonly string[]): NamedThings {
  const things = names.map(fold).flatMap((name) => {
    const parts = partsOf(name)
    if (parts.length === 0) return []
    const base = baseOf(name)
    const isVersioned = base.length < parts.length
    return {
      /** A plural's s is no other name. */
      held: new RegExp(`${patternOf(parts)}(?:s(?!${letterOrDigit})|(?!${letterOrDigit}|\\.\\p{Nd}))`, 'u'),
      itself: new RegExp(`${patternOf(parts)}(?:s(?!${letterOrDigit})|(?!${more}))`, 'u'),
      kin: new RegExp(
        `${patternOf(base)}${isVersioned ? `(?!\\p{Script=Latin})` : `(?!s(?!${letterOrDigit}))${more}`}`,
        'u',
      ),
    }
  })
  return {
    lacksOne(text) {
      const folded = fold(text)
      return things.some(({ held }) => !held.test(folded))
    },
    saysKin(text) {
      const folded = fold(text)
      return things.some(({ itself, kin }) => !itself.test(folded) && kin.test(folded))
    },
  }
}
