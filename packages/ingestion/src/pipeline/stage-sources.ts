import type { SourceReader } from '../source/create-source-reader.js'
import type { Source, SourceList } from '../source/source.js'
import { toFailure } from '../source/to-failure.js'
import type { IngestProgress } from './create-ingest-progress.js'
import type { Staging } from './create-staging.js'
import { hasSameTags } from './has-same-tags.js'
import { hashContent, readSource } from './read-source.js'

/**
 * Reads sources and stages what has changed. Content that is known at its address is neither parsed nor embedded again.
 * The same content under a second address is not taken twice; where the first file is gone it has moved, and the document
 * keeps its id. Tags that were given before stay unless others are given; other tags alone make it an updated document,
 * whose text is not embedded again. Documents of a whole folder whose file is gone are removed. A source that fails leaves its document as it was.
 */
export async function stageSources(options: {
  staging: Staging
  sources: SourceReader
  list: SourceList
  /** Take the place of the tags given before. */
  tags?: readonly string[]
  progress: IngestProgress
  signal?: AbortSignal
}): Promise<void> {
  const { staging, sources, list, tags, progress, signal } = options
  const present = new Set(list.sources.map(({ uri }) => uri))
  const gone = new Set(
    list.folders.flatMap((root) => staging.listUnder(root).map(({ uri }) => uri)).filter((uri) => !present.has(uri)),
  )
  const isGone = async (uri: string) => gone.has(uri) || (!present.has(uri) && !(await sources.exists(uri)))
  const repeated: Source[] = []
  let done = 0
  const finish = () => {
    done += 1
    progress.set({ documents: { done } })
  }
  progress.set({ phase: 'reading', documents: { done, total: list.sources.length } })

  const readOne = async (source: Source, isSecondLook: boolean) => {
    signal?.throwIfAborted()
    try {
      const content = await source.read({ ...(signal && { signal }) })
      const contentHash = hashContent(content.bytes)
      const known = staging.findByUri(source.uri)
      const twin = staging.findByContentHash(contentHash)
      const before = known ?? twin
      const givenTags = tags ?? before?.givenTags ?? []
      const isTaggedAnew = before !== null && !hasSameTags(before.givenTags, givenTags)
      if (known?.contentHash === contentHash && !isTaggedAnew) staging.counts.unchanged += 1
      else if (!known && twin && !isSecondLook) {
        // Whether the twin keeps this content is known when all sources have been looked at.
        repeated.push(source)
        return
      } else if (!known && twin && !(await isGone(twin.uri))) staging.counts.unchanged += 1
      else {
        const read = await readSource({
          uri: source.uri,
          source: content,
          maxBytes: sources.maxBytes,
          tags: givenTags,
        })
        const moved = !known && twin ? { documentId: twin.documentId } : {}
        await staging.stage({ uri: source.uri, contentHash, givenTags, ...read, ...moved })
      }
    } catch (error) {
      signal?.throwIfAborted()
      if (!isOfSource(error)) throw error
      staging.failed.push(toFailure(source.uri, error))
    }
    finish()
  }

  for (const source of list.sources) await readOne(source, false)
  for (const source of repeated) await readOne(source, true)
  for (const uri of gone) {
    const known = staging.findByUri(uri)
    if (known) staging.remove(known.documentId)
  }
}

/** A failure of one source is told with it; one of the records or the machine ends the run. */
function isOfSource(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && (code.startsWith('SOURCE_') || code === 'INPUT_INVALID')
}
