import type { Chunk, StoredDocument } from '@shutten/core'
import { createOffsetMap } from './create-offset-map.js'
import { editChunks } from './edit-chunks.js'

/** The chunks of a stored version that editors have written in, as its source is cut. */
export function cutEdited(options: {
  version: Pick<StoredDocument, 'text' | 'edits'>
  /** Of the source's text. */
  chunks: readonly Chunk[]
}): Chunk[] {
  const { version, chunks } = options
  let shift = 0
  const placed = (version.edits ?? []).map(({ start, end, original }) => {
    const from = start + shift
    shift += original.length - (end - start)
    return { edit: { text: version.text.slice(start, end) }, start: from, end: from + original.length }
  })
  return editChunks({ chunks, placed, map: createOffsetMap(placed) })
}
