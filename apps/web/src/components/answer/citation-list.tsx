'use client'

import type { Citation } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { documentHref } from '@/chat/document-href'
import { guessLanguage } from '@/chat/guess-language'
import { shortLocation } from '@/documents/short-location'
import { MarkedText } from '../document/marked-text'
import { CitationFeedback } from '../feedback/citation-feedback'
import { SourceContext } from '../source/source-context'
import { usePlaceWords } from './use-place-words'

/** The footnotes of an answer: each source with the words it was cited for. */
export function CitationList(options: {
  citations: readonly Citation[]
  heading: string
  hint?: string
  /** The turn they belong to, where a verdict can be given on them. */
  turnId?: string | null
}) {
  const { citations } = options
  const { opened, open } = useContext(SourceContext)
  const describePlace = usePlaceWords()
  const ofSource = useTranslations('source')
  return (
    <section className="mt-6">
      <h3 className="mb-1 font-body text-note font-bold text-ink-2">{options.heading}</h3>
      {options.hint ? <p className="mb-2 text-small text-ink-2">{options.hint}</p> : null}
      <ol className="border-t border-rule">
        {citations.map((citation, index) => (
          <li key={citation.number} className="footnote-row">
            <a
              href={documentHref(citation)}
              className="footnote"
              aria-current={opened?.citations[opened.index] === citation}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return
                event.preventDefault()
                open({ citations, index })
              }}
            >
              <span className="font-bold text-shu tabular-nums">{citation.number}</span>
              <span className="min-w-0" lang={guessLanguage(citation.quote)}>
                <span className="block font-display font-semibold">
                  {[citation.title, ...citation.headingPath].join(' › ')}
                  {citation.place ? (
                    <span className="ms-2 font-body text-note font-normal text-ink-2">{describePlace(citation)}</span>
                  ) : null}
                  {citation.edits ? <strong className="edited-mark ms-2">{ofSource('editedMark')}</strong> : null}
                </span>
                <span
                  className="footnote-quote phrased line-clamp-2 print:line-clamp-none"
                  data-uri={shortLocation(citation.uri)}
                >
                  <MarkedText
                    text={citation.quote}
                    start={0}
                    end={citation.quote.length}
                    cited={{
                      quote: { start: 0, end: citation.quote.length },
                      highlights: citation.highlights.map(({ start, end }) => ({
                        start: start - citation.start,
                        end: end - citation.start,
                      })),
                    }}
                  />
                </span>
              </span>
            </a>
            {options.turnId ? <CitationFeedback turnId={options.turnId} citation={citation.number} /> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
