import type { Citation } from '@shutten/core'
import { guessLanguage } from '@/chat/guess-language'
import { EditedNote } from '../document/edited-note'
import { MarkedText } from '../document/marked-text'

/** A citation's quote on its own, the deciding words set apart. */
export function CitationQuote({ citation }: { citation: Citation }) {
  const { quote, start } = citation
  const shift = (range: { start: number; end: number }) => ({ start: range.start - start, end: range.end - start })
  return (
    <>
      <blockquote lang={guessLanguage(quote)} className="text-small leading-loose">
        <MarkedText
          text={quote}
          start={0}
          end={quote.length}
          cited={{ quote: { start: 0, end: quote.length }, highlights: citation.highlights.map(shift) }}
        />
      </blockquote>
      {citation.edits?.map((edit) => (
        <EditedNote key={edit.start} edit={edit} language={guessLanguage(edit.original)} />
      ))}
    </>
  )
}
