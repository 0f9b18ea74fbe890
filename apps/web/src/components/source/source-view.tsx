'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { documentHref } from '@/chat/document-href'
import { guessLanguage } from '@/chat/guess-language'
import { findBodyStart } from '@/documents/find-body-start'
import { lastSegment } from '@/documents/last-segment'
import { usePlaceWords } from '../answer/use-place-words'
import { DocumentText } from '../document/document-text'
import { CitationQuote } from './citation-quote'
import type { OpenSource } from './source-context'
import { SourceNavigation } from './source-navigation'
import { useSourceDocument } from './use-source-document'

/** The source of a citation: where it stands, and its text scrolled to the very characters. */
export function SourceView(options: {
  source: OpenSource
  onMove: (index: number) => void
  /** The heading, as the pane or the drawer names itself by it. */
  renderTitle: (title: ReactNode) => ReactNode
  closeButton: ReactNode
}) {
  const t = useTranslations('source')
  const describePlace = usePlaceWords()
  const { citations, index } = options.source
  const citation = citations[index]
  if (!citation) throw new RangeError(`No citation at ${index}.`)
  const source = useSourceDocument(citation)
  const scroller = useRef<HTMLDivElement>(null)
  const document = source.state === 'ready' ? source.document : null
  const language = document?.language ?? guessLanguage(citation.quote)

  useEffect(() => {
    if (!document) return
    const show = () => scroller.current?.querySelector('[data-cite]')?.scrollIntoView({ block: 'center' })
    show()
    // The first scroll makes the browser lay out what it had only estimated; the second is exact.
    const frame = requestAnimationFrame(() => requestAnimationFrame(show))
    return () => cancelAnimationFrame(frame)
  }, [document, citation])

  // The pane shows the title itself; a citation of it needs it in the text too.
  const bodyStart = useMemo(() => (document ? findBodyStart(document) : 0), [document])
  const text = useMemo(
    () =>
      document && (
        <DocumentText
          document={document}
          from={citation.start < bodyStart ? 0 : bodyStart}
          cited={{ quote: { start: citation.start, end: citation.end }, highlights: citation.highlights }}
        />
      ),
    [document, citation, bodyStart],
  )

  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="source-header">
        <div className="flex items-center gap-1">
          <SourceNavigation number={citation.number} index={index} total={citations.length} onMove={options.onMove} />
          <div className="-me-3 ms-auto">{options.closeButton}</div>
        </div>
        {options.renderTitle(<span lang={language}>{citation.title}</span>)}
        <p className="flex flex-wrap items-baseline gap-x-3 text-note text-ink-3">
          <span lang={language} title={citation.uri}>
            {citation.headingPath.join(' › ') || lastSegment(citation.uri)}
          </span>
          {citation.place ? <span className="text-ink-2">{describePlace(citation)}</span> : null}
          {citation.edits ? <strong className="edited-mark">{t('editedMark')}</strong> : null}
          <a href={documentHref(citation)} className="ms-auto text-ink-2 underline underline-offset-4">
            {t('open')}
          </a>
        </p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the text is scrolled with the keyboard */}
      <div ref={scroller} tabIndex={0} className="source-text" aria-busy={source.state === 'loading'}>
        {text}
        {source.state === 'loading' ? <p className="progress-dots text-small text-ink-2">{t('loading')}</p> : null}
        {source.state === 'gone' || source.state === 'failed' ? (
          <>
            <p className="mb-4 text-small text-ink-2">{t(source.state)}</p>
            <CitationQuote citation={citation} />
          </>
        ) : null}
      </div>
    </div>
  )
}
