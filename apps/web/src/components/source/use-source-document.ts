import type { Citation, ShownEdit, StoredDocument } from '@shutten/core'
import { useEffect, useState } from 'react'

export type SourceDocument = Pick<
  StoredDocument,
  'id' | 'versionId' | 'title' | 'uri' | 'language' | 'mediaType' | 'text' | 'blocks'
> & { edits?: ShownEdit[] }

export type SourceState = { state: 'loading' | 'gone' | 'failed' } | { state: 'ready'; document: SourceDocument }

/** The document a citation points into, of the version that was cited. */
export function useSourceDocument({ documentId, versionId }: Pick<Citation, 'documentId' | 'versionId'>): SourceState {
  const key = `${documentId}/${versionId}`
  const [loaded, setLoaded] = useState<{ key: string; source: SourceState } | null>(null)
  useEffect(() => {
    const controller = new AbortController()
    const settle = (source: SourceState) => {
      if (!controller.signal.aborted) setLoaded({ key, source })
    }
    fetchDocument({ documentId, versionId, signal: controller.signal }).then(settle, () => settle({ state: 'failed' }))
    return () => controller.abort()
  }, [key, documentId, versionId])
  return loaded?.key === key ? loaded.source : { state: 'loading' }
}

async function fetchDocument(options: {
  documentId: string
  versionId: string
  signal: AbortSignal
}): Promise<SourceState> {
  const query = new URLSearchParams({ version: options.versionId })
  const response = await fetch(`/api/documents/${encodeURIComponent(options.documentId)}?${query}`, {
    signal: options.signal,
  })
  if (response.status === 404) return { state: 'gone' }
  if (!response.ok) return { state: 'failed' }
  return { state: 'ready', document: (await response.json()) as SourceDocument }
}
