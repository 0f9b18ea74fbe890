import type { TextSpan } from '@shutten/text'

const clauseEnd = /、|，|;|；|,(?=\s)|(?<=\s)(?:and|while|but|whereas)(?=\s)|。|(?<=[.!?])\s/gu

/** The clauses of a sentence as its commas part it, in order. */
export function splitClauses(text: string): TextSpan[] {
  const spans: TextSpan[] = []
  let start = 0
  for (const match of text.matchAll(clauseEnd)) {
    const end = match.index + match[0].length
    if (text.slice(start, end).trim() !== '') spans.push({ start, end })
    start = end
  }
  if (text.slice(start).trim() !== '') spans.push({ start, end: text.length })
  return spans
}
