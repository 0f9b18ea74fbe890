'use client'

import { PreviewCard } from '@base-ui/react/preview-card'
import type { Citation } from '@shutten/core'
import { createContext } from 'react'
import { guessLanguage } from '@/chat/guess-language'
import { CitationQuote } from '../source/citation-quote'
import { usePlaceWords } from './use-place-words'

export type QuotePreviewHandle = ReturnType<typeof PreviewCard.createHandle<Citation>>

/** One card serves every marker of a conversation. */
export const QuotePreviewContext = createContext<QuotePreviewHandle | null>(null)

export function QuotePreview({ handle }: { handle: QuotePreviewHandle }) {
  const describePlace = usePlaceWords()
  return (
    <PreviewCard.Root handle={handle}>
      {({ payload: citation }) => (
        <PreviewCard.Portal>
          <PreviewCard.Positioner sideOffset={8} collisionPadding={12} className="z-30">
            <PreviewCard.Popup className="quote-preview">
              {citation ? (
                <>
                  <p className="mb-2 flex gap-2 text-note text-ink-2">
                    <span className="font-bold text-shu tabular-nums">[{citation.number}]</span>
                    <span lang={guessLanguage(citation.quote)}>
                      {[citation.title, ...citation.headingPath].join(' › ')}
                    </span>
                    {citation.place ? <span className="ms-auto shrink-0">{describePlace(citation)}</span> : null}
                  </p>
                  <CitationQuote citation={citation} />
                </>
              ) : null}
            </PreviewCard.Popup>
          </PreviewCard.Positioner>
        </PreviewCard.Portal>
      )}
    </PreviewCard.Root>
  )
}
