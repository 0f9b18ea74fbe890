import type { ShownEdit } from '@shutten/core'
import { Fragment, type ReactNode } from 'react'
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
  /** What editors wrote in the text. */
  edits?: readonly ShownEdit[] | undefined
}) {
  const { text, start, end, cited, edits = [] } = options
  const show = (from: number, to: number) => markEdits({ text, start: from, end: to, edits })
  if (!cited) return show(start, end)
  const segments = markSegments({ start, end, quote: cited.quote, highlights: cited.highlights })
  const words = (quoted: boolean) =>
    segments
      .filter((segment) => segment.quoted === quoted)
      .map((segment) => {
        const words = show(segment.start, segment.end)
        return segment.decisive ? (
          <em
            key={segment.start}
            className="decisive"
            data-narrow={narrow.test(text.slice(segment.start, segment.end)) ? '' : undefined}
          >
            {words}
          </em>
        ) : (
          <Fragment key={segment.start}>{words}</Fragment>
        )
      })
  const quoteStart = Math.max(start, cited.quote.start)
  const quoteEnd = Math.min(end, cited.quote.end)
  if (quoteStart >= quoteEnd) return show(start, end)
  const anchor = options.anchor && cited.quote.start >= (options.anchorFrom ?? start)
  return (
    <>
      {show(start, quoteStart)}
      <mark className="quote-mark" data-cite="" id={anchor ? 'cite' : undefined}>
        {words(true)}
      </mark>
      {show(quoteEnd, end)}
    </>
  )
}

/** A stretch of a text, what editors wrote of it set apart. */
function markEdits(options: { text: string; start: number; end: number; edits: readonly ShownEdit[] }): ReactNode {
  const { text, start, end, edits } = options
  const touched = edits.filter((edit) => edit.start < end && edit.end > start)
  if (touched.length === 0) return text.slice(start, end)
  const cuts = [start, ...touched.flatMap((edit) => [Math.max(start, edit.start), Math.min(end, edit.end)]), end]
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? start
    const words = text.slice(from, to)
    if (words === '') return null
    return at % 2 === 1 ? (
      <span key={from} className="edited-text">
        {words}
      </span>
    ) : (
      <Fragment key={from}>{words}</Fragment>
    )
  })
}
