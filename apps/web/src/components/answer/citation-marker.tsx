'use client'

import { PreviewCard } from '@base-ui/react/preview-card'
import type { Citation } from '@shutten/core'
import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { documentHref } from '@/chat/document-href'
import { SourceContext } from '../source/source-context'
import { QuotePreviewContext } from './quote-preview'

/** 「[1]」 after a sentence. A link to the source at the very characters; a plain click opens it beside the chat. */
export function CitationMarker({ citation, citations }: { citation: Citation; citations: readonly Citation[] }) {
  const t = useTranslations('answer')
  const { opened, open } = useContext(SourceContext)
  const handle = useContext(QuotePreviewContext)
  if (!handle) throw new Error('A citation marker stands outside a thread.')
  const isOpen = opened !== null && opened.citations[opened.index] === citation
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
        open({ citations, index: citations.indexOf(citation) })
      }}
    >
      {citation.number}
    </PreviewCard.Trigger>
  )
}
