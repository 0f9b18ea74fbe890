const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\u30fb\\u30fc\\uff01-\\uff9f]'
const betweenWide = new RegExp(`(?<=${wide})[ \\t]*\\n[ \\t]*(?=${wide})`, 'gu')

/**
 * Joins lines that were broken only to fit a width: nothing goes between two Japanese characters
 * (Japanese sets no spaces), a space between all others.
 */
export function joinSoftBreaks(text: string): string {
  return text.replace(betweenWide, '').replace(/[ \t]*\n[ \t]*/g, ' ')
}
