'use client'

import { useContext, useSyncExternalStore } from 'react'
import { SourceContext } from './source-context'
import { SourceDrawer } from './source-drawer'
import { SourcePane } from './source-pane'

/** The width from which there is room for the source beside the chat; the style sheets use the same. */
const beside = '(min-width: 68rem)'

function subscribe(onChange: () => void) {
  const query = window.matchMedia(beside)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}

export function SourceReader() {
  const controls = useContext(SourceContext)
  const wide = useSyncExternalStore(
    subscribe,
    () => window.matchMedia(beside).matches,
    () => true,
  )
  if (!wide) return <SourceDrawer controls={controls} />
  return controls.opened ? <SourcePane controls={controls} /> : null
}
