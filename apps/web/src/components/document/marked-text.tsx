import type { Range } from '@/documents/mark-segments'
import { markSegments } from '@/documents/mark-segments'

export interface Cited {
  quote: Range
  highlights: readonly Range[]
}

/** Latin letters and figures of half width. */
const narrow = /[!-~\u00a1-\u024f]/

/**
 * A range of a text with the quote marked and its deciding words set apart.
 *
 * @param options.anchor puts the id `cite` on the mark that a quote begins with
 * @param options.anchorFrom from where on a quote that begins is this range's own; its start, unless something is left out
 */
export function MarkedText(options: {
  text: string
  start: number
  end: number
  cited: Cited | null
  anchor?: boolean
  anchorFrom?: number
}) {
  const { text, start, end, cited } = options
  if (!cited) return text.slice(start, end)
  const segments = markSegments({ start, end, quote: cited.quote, highlights: cited.highlights })
  const words = (quoted: boolean) =>
    segments
      .filter((segment) => segment.quoted === quoted)
      .map((segment) => {
        const words = text.slice(segment.start, segment.end)
        return segment.decisive ? (
          <em key={segment.start} className="decisive" data-narrow={narrow.test(words) ? '' : undefined}>
            {words}
          </em>
        ) : (
          words
        )
      })
  const quoteStart = Math.max(start, cited.quote.start)
  const quoteEnd = Math.min(end, cited.quote.end)
  if (quoteStart >= quoteEnd) return text.slice(start, end)
  const anchor = options.anchor && cited.quote.start >= (options.anchorFrom ?? start)
  return (
    <>
      {text.slice(start, quoteStart)}
      <mark className="quote-mark" data-cite="" id={anchor ? 'cite' : undefined}>
        {words(true)}
      </mark>
      {text.slice(quoteEnd, end)}
    </>
  )
}
