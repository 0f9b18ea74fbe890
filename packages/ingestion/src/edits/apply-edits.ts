import type { AppliedEdit, Chunk, ExtractedDocument, PassageEdit } from '@shutten/core'
import { createOffsetMap } from './create-offset-map.js'
import { editBlocks } from './edit-blocks.js'
import { editChunks } from './edit-chunks.js'
import { placeEdits } from './place-edits.js'

export interface EditedDocument {
  document: ExtractedDocument
  /** Cut as the source is. */
  chunks: Chunk[]
  /** What was written where, in order. */
  edits: AppliedEdit[]
}

/**
 * A source's document as editors have written in it. Null where none of the edits has a place in it: it says what it says.
 *
 * @param options.chunks of the source's document
 */
export function applyEdits(options: {
  document: ExtractedDocument
  chunks: readonly Chunk[]
  edits: readonly PassageEdit[]
}): EditedDocument | null {
  const { document, chunks, edits } = options
  const placed = placeEdits({ text: document.text, edits })
  if (placed.length === 0) return null
  const map = createOffsetMap(placed)
  let text = ''
  let at = 0
  const applied: AppliedEdit[] = []
  for (const { edit, start, end } of placed) {
    text += document.text.slice(at, start)
    const { id, revision, original, updatedAt } = edit
    applied.push({ id, revision, original, at: updatedAt, start: text.length, end: text.length + edit.text.length })
    text += edit.text
    at = end
  }
  text += document.text.slice(at)
  return {
    document: { ...document, text, blocks: editBlocks({ blocks: document.blocks, text, placed, map }) },
    chunks: editChunks({ chunks, placed, map }),
    edits: applied,
  }
}
