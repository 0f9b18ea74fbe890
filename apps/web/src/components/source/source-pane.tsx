'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Icon } from '../ui/icon'
import type { SourceControls } from './source-context'
import { SourceView } from './source-view'

/** The source beside the chat, on a wide screen. It takes the focus when it opens and gives it back when it closes. */
export function SourcePane({ controls }: { controls: SourceControls }) {
  const t = useTranslations('source')
  const { opened, open, close } = controls
  const pane = useRef<HTMLElement>(null)

  useEffect(() => {
    const before = document.activeElement
    pane.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])

  if (!opened) return null
  return (
    <aside
      ref={pane}
      tabIndex={-1}
      aria-label={t('pane')}
      className="source-pane"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <SourceView
        source={opened}
        onMove={(index) => open({ ...opened, index })}
        renderTitle={(title) => <h2 className="mb-1 text-lead">{title}</h2>}
        closeButton={
          <button type="button" className="icon-button" aria-label={t('close')} onClick={close}>
            <Icon name="close" />
          </button>
        }
      />
    </aside>
  )
}
