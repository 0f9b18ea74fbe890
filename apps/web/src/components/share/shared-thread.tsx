'use client'

import { PreviewCard } from '@base-ui/react/preview-card'
import type { Citation, StoredTurn } from '@shutten/core'
import dynamic from 'next/dynamic'
import { type ReactNode, useMemo, useState } from 'react'
import { pairTurns } from '@/chat/pair-turns'
import { toMessages } from '@/chat/to-messages'
import { Entry } from '../answer/entry'
import { QuotePreview, QuotePreviewContext } from '../answer/quote-preview'
import { DocumentTitlesContext } from '../chat/scope-note'
import { type OpenSource, SourceContext } from '../source/source-context'

const SourceReader = dynamic(() => import('../source/source-reader').then((module) => module.SourceReader))

/** Questions and answers to be read, their sources to be opened; nothing more can be done with them. */
export function SharedThread(options: {
  turns: readonly StoredTurn[]
  documentTitles: Readonly<Record<string, string>>
  children?: ReactNode
}) {
  const [opened, setOpened] = useState<OpenSource | null>(null)
  const [preview] = useState(() => PreviewCard.createHandle<Citation>())
  const source = useMemo(() => ({ opened, open: setOpened, close: () => setOpened(null) }), [opened])
  const turns = useMemo(() => pairTurns(toMessages(options.turns)), [options.turns])
  return (
    <SourceContext value={source}>
      <DocumentTitlesContext value={options.documentTitles}>
        <QuotePreviewContext value={preview}>
          <div className="chat-room" data-source={opened ? 'open' : undefined}>
            <div className="chat-main" data-started="">
              {options.children}
              <div className="flex flex-col">
                {turns.map((turn) => (
                  <div key={turn.id} className="earlier-entry">
                    <Entry question={turn.question} reply={turn.reply} filters={turn.filters} stage={null} />
                  </div>
                ))}
              </div>
            </div>
            {opened ? <SourceReader /> : null}
          </div>
          <QuotePreview handle={preview} />
        </QuotePreviewContext>
      </DocumentTitlesContext>
    </SourceContext>
  )
}
