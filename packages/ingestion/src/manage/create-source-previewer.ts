import { findArchiveUri, type KnownItem, ShuttenError, type SourceRecord, type SourceRepository } from '@shutten/core'
import { defaultPreviewBounds, type PreviewBounds } from '../preview/preview-bounds.js'
import { previewSource } from '../preview/preview-source.js'
import type { SourcePreview } from '../preview/source-preview.js'
import { createSourceCrawler } from '../source/create-source-crawler.js'
import { parseSourceInput } from './parse-source-input.js'

/** Previews that one process makes at a time: each holds connections and the names of many files. */
const mostAtOnce = 3
/** What a source is known to hold, as far as a preview compares. */
const maxKnown = 20_000

export interface SourcePreviewer {
  /**
   * What a source would take in, before it is saved. `before` is the source as it is kept, completed by what is given.
   * What cannot be had is told in the preview. Errors: those of `parseSourceDefinition`; RATE_LIMITED while others are
   * being looked at. Rejects with the signal's reason.
   */
  preview(options: {
    input: unknown
    before: Omit<SourceRecord, 'validators'> | null
    signal?: AbortSignal
  }): Promise<SourcePreview>
}

/** Each preview asks anew: what robots.txt said a minute ago may be what was just mended. */
export function createSourcePreviewer(options: {
  sources: Pick<SourceRepository, 'listItems'>
  bounds?: Partial<PreviewBounds>
  createCrawler?: typeof createSourceCrawler
}): SourcePreviewer {
  const { sources, createCrawler = createSourceCrawler } = options
  const bounds = { ...defaultPreviewBounds, ...options.bounds }
  let underWay = 0

  const listKnown = async (source: Pick<SourceRecord, 'id'> | null): Promise<KnownItem[]> => {
    if (!source) return []
    const items = await sources.listItems({ sourceId: source.id, limit: maxKnown })
    return items.filter(({ uri }) => !findArchiveUri(uri))
  }

  return {
    async preview({ input, before, signal }) {
      signal?.throwIfAborted()
      const { definition } = parseSourceInput(withoutName(input), { before })
      if (underWay >= mostAtOnce)
        throw new ShuttenError({
          code: 'RATE_LIMITED',
          message: `${underWay} other sources are being looked at.`,
          suggestion: 'Try again in a few seconds.',
        })
      underWay += 1
      const crawler = createCrawler()
      try {
        const known = await listKnown(before)
        return await previewSource({ source: definition, known, crawler, bounds, ...(signal && { signal }) })
      } finally {
        underWay -= 1
        await crawler.close()
      }
    },
  }
}

/** What it is called has no bearing on what it holds. */
function withoutName(input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const { name: _, enabled: __, ...rest } = input as Record<string, unknown>
  return rest
}
