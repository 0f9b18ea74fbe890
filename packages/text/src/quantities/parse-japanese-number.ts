const digits = new Map([...'〇一二三四五六七八九'].map((char, value) => [char, value]))
const small = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])
const large = new Map([
  ['万', 1e4],
  ['億', 1e8],
  ['兆', 1e12],
])

/**
 * The value of a number with Japanese multipliers, its digits Arabic or kanji: 1億7000万, 11.8万, 千七百五十億, 二〇二〇.
 * Null for what is no well-formed number (万一, 十百, 一二三).
 */
export function parseJapaneseNumber(text: string): number | null {
  if (/^[〇一二三四五六七八九]+$/.test(text)) {
    const isPlain = text.length === 1 || text.length >= 4 || text.includes('〇')
    return isPlain ? Number([...text].map((char) => digits.get(char)).join('')) : null
  }
  let total = 0
  let group = 0
  let number: number | null = null
  let lastLarge = Number.POSITIVE_INFINITY
  let lastSmall = Number.POSITIVE_INFINITY
  for (const token of text.replaceAll(',', '').match(/\d+(?:\.\d+)?|./gu) ?? []) {
    const value = /^\d/.test(token) ? Number(token) : digits.get(token)
    const [ten, myriad] = [small.get(token), large.get(token)]
    if (value !== undefined) {
      if (number !== null) return null
      number = value
    } else if (ten !== undefined) {
      if (ten >= lastSmall || number === 0) return null
      group += (number ?? 1) * ten
      lastSmall = ten
      number = null
    } else if (myriad !== undefined) {
      if (myriad >= lastLarge || (group === 0 && number === null)) return null
      total += (group + (number ?? 0)) * myriad
      lastLarge = myriad
      lastSmall = Number.POSITIVE_INFINITY
      group = 0
      number = null
    } else return null
  }
  return round(total + group + (number ?? 0))
}

/** 11.8 × 10,000 is 118,000 and not 118,000.00000000001. */
export function round(value: number): number {
  return Number(value.toPrecision(15))
}
