import type { AppliedEdit, ShownEdit } from './applied-edit.js'
import { narrowEdit } from './narrow-edit.js'

/**
 * What of a text with edits whoever reads a stretch of it is told; undefined where that says what the source says.
 *
 * @param options.text from the offset `from` on, with all of the edits
 * @param options.start of the stretch, and `end`: as the edits, in the version's text; the whole text unless given
 */
export function toShownEdits(options: {
  edits?: readonly AppliedEdit[] | undefined
  text: string
  from?: number
  start?: number
  end?: number
}): ShownEdit[] | undefined {
  const { edits = [], text, from = 0, start = from, end = from + text.length } = options
  const touched = edits
    .map((edit) => narrowEdit({ edit, written: text.slice(edit.start - from, edit.end - from) }))
    .filter((edit) => edit.start < end && edit.end > start)
  if (touched.length === 0) return undefined
  return touched.map(({ start, end, original, at }) => ({ start, end, original, at }))
}
