export interface Span {
  start: number
  end: number
}

/** UTF-16 code units; a text that is not much longer is shown whole. */
const snippetLength = 240
const wholeLength = 320
/** How far before the first match a snippet may begin, to begin with a sentence. */
const reach = 80

/**
 * The stretch of a text that holds the most of what matched, from the beginning of a sentence where one is near.
 *
 * @param options.spans in the text
 * @param options.otherwise where to begin when nothing matched
 */
export function cutSnippet(options: { text: string; spans: readonly Span[]; otherwise: number }): Span {
  const { text, spans, otherwise } = options
  if (text.length <= wholeLength) return { start: 0, end: text.length }
  const countFrom = (start: number) =>
    new Set(
      spans
        .filter((span) => span.start >= start && span.end <= start + snippetLength - reach)
        .map((span) => text.slice(span.start, span.end)),
    ).size
  const first = spans
    .map(({ start }) => ({ start, count: countFrom(start) }))
    .reduce((best, one) => (one.count > best.count ? one : best), { start: otherwise, count: 0 }).start
  const before = text.slice(Math.max(0, first - reach), first)
  const sentence = before.search(/(?<=[。！？\n]|[.!?]\s)[^。！？\n]*$/)
  const begin = first <= reach && sentence < 0 ? 0 : first - (sentence < 0 ? 0 : before.length - sentence)
  const start = skipHalfPair(text, Math.min(begin, text.length - snippetLength))
  return { start, end: skipHalfPair(text, start + snippetLength) }
}

/** Not between the halves of a surrogate pair. */
function skipHalfPair(text: string, at: number): number {
  return /^[\udc00-\udfff]/.test(text.slice(at, at + 1)) ? at - 1 : at
}
