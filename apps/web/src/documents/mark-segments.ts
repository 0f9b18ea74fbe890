export interface Range {
  start: number
  end: number
}

export interface Segment extends Range {
  quoted: boolean
  /** One of the words that decide, inside the quote. */
  decisive: boolean
}

/**
 * Cuts [start, end) where a quote and its deciding words begin and end. The segments, in order, cover it exactly.
 * Highlights outside the quote are left out.
 */
export function markSegments(options: Range & { quote: Range | null; highlights: readonly Range[] }): Segment[] {
  const { start, end, quote, highlights } = options
  const inside = (range: Range, at: number) => at >= range.start && at < range.end
  const edges = [quote, ...(quote ? highlights : [])]
    .flatMap((range) => (range ? [range.start, range.end] : []))
    .filter((edge) => edge > start && edge < end)
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, index) => {
    const quoted = quote !== null && inside(quote, from)
    return {
      start: from,
      end: cuts[index + 1] ?? end,
      quoted,
      decisive: quoted && highlights.some((range) => inside(range, from)),
    }
  })
}
