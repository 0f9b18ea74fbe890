import type { Citation } from '@shutten/core'
import { createContext } from 'react'

/** The citations that are leafed through, and which of them is open. */
export interface OpenSource {
  citations: readonly Citation[]
  index: number
}

export interface SourceControls {
  opened: OpenSource | null
  open(source: OpenSource): void
  close(): void
}

export const SourceContext = createContext<SourceControls>({
  opened: null,
  open: () => undefined,
  close: () => undefined,
})
