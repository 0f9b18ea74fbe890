const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\u30fb\\u30fc\\uff01-\\uff9f]'
const narrow = '[!-~\\u00a1-\\u024f\\u2010-\\u2027]'
const spaced = new RegExp(`(?<=${wide}) (?=${narrow})|(?<=${narrow}) (?=${wide})`, 'gu')
const touching = new RegExp(`${wide}${narrow}|${narrow}${wide}`, 'gu')
/** Numbers of headings and items keep the space behind them. */
const label = /^\s*(?:[図表式]\s?)?[(（]?[\p{N}.．-]+[)）]?\s/u

/**
 * Justified Japanese is set with narrow gaps around Latin words, which read as spaces now and then. They go, unless the
 * document sets a space there as a rule.
 */
export function createSpaceRule(texts: readonly string[]): (text: string) => string {
  const count = (pattern: RegExp) => texts.reduce((sum, text) => sum + (text.match(pattern)?.length ?? 0), 0)
  if (count(spaced) > 2 * count(touching)) return (text) => text
  return (text) => {
    const kept = label.exec(text)?.[0] ?? ''
    return kept + text.slice(kept.length).replace(spaced, '')
  }
}
