import type { Range } from './mark-segments'

/** The range and deciding words of a reading page's address; null when it names none that lies in the text. */
export function parseCitedRange(options: {
  start?: string
  end?: string
  highlights?: string
  length: number
}): { quote: Range; highlights: Range[] } | null {
  const quote = parseRange(`${options.start ?? ''}-${options.end ?? ''}`)
  if (!quote || quote.end > options.length) return null
  const highlights = (options.highlights ?? '')
    .split('.')
    .slice(0, 100)
    .map(parseRange)
    .filter((range) => range !== null)
    .filter((range) => range.start >= quote.start && range.end <= quote.end)
  return { quote, highlights }
}

function parseRange(text: string): Range | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(text)
  if (!match) return null
  const range = { start: Number(match[1]), end: Number(match[2]) }
  return range.end > range.start ? range : null
}
