'use client'

import { PreviewCard } from '@base-ui/react/preview-card'
import type { Citation } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { documentHref } from '@/chat/document-href'
import { SourceContext } from '../source/source-context'
import { AnswerCitationsContext } from './answer-citations'
import { QuotePreviewContext } from './quote-preview'

/** 「[1]」 after a sentence. A link to the source at the very characters; a plain click opens it beside the chat. */
export function CitationMarker({ citation }: { citation: Citation }) {
  const t = useTranslations('answer')
  const { opened, open } = useContext(SourceContext)
  const all = useContext(AnswerCitationsContext)
  const handle = useContext(QuotePreviewContext)
  if (!handle) throw new Error('A citation marker stands outside a thread.')
  const isOpen = opened?.citations === all.current && opened.citations[opened.index]?.number === citation.number
  return (
    <PreviewCard.Trigger
      handle={handle}
      payload={citation}
      href={documentHref(citation)}
      className="citation-marker"
      aria-label={t('citation', { number: citation.number, title: citation.title })}
      aria-current={isOpen}
      delay={150}
      closeDelay={120}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
        event.preventDefault()
        handle.close()
        const citations = all.current
        open({ citations, index: citations.findIndex(({ number }) => number === citation.number) })
      }}
    >
      {citation.number}
    </PreviewCard.Trigger>
  )
}
