const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\u30fb\\u30fc\\uff01-\\uff9f]'
const endsWide = new RegExp(`${wide}$`, 'u')
const startsWide = new RegExp(`^${wide}`, 'u')
/** Longer than any word. */
const lookedBack = 80

/**
 * Joins the lines of a paragraph: nothing goes between where either side is Japanese, a space between words, and a word that
 * was broken at the line's end becomes whole. Its hyphen stays where the document writes the word with it elsewhere, or
 * where it cannot have been put there by the break.
 */
export function joinLines(options: { lines: readonly string[]; isHyphenated: (word: string) => boolean }): string {
  const { lines, isHyphenated } = options
  return lines
    .map((line) => line.trim())
    .reduce((joined, line) => {
      if (joined === '' || line === '') return joined + line
      if (joined.endsWith('\u00ad')) return joined.slice(0, -1) + line
      const broken = /(\p{L}+)[-\u2010]$/u.exec(joined.slice(-lookedBack))
      const rest = /^\p{Ll}+/u.exec(line)
      if (broken && rest) {
        const whole = `${broken[1]}-${rest[0]}`
        return isHyphenated(whole.toLowerCase()) ? joined + line : joined.slice(0, -1) + line
      }
      if (broken) return joined + line
      const isJapanese = endsWide.test(joined.slice(-2)) || startsWide.test(line)
      return joined + (isJapanese ? '' : ' ') + line
    }, '')
}
