import type { AppliedEdit, ShownEdit } from './applied-edit.js'

/** Of edits those that a stretch of the text shares a character with, as its reader is told of them; undefined for none. */
export function toShownEdits(options: {
  edits?: readonly AppliedEdit[] | undefined
  start: number
  end: number
}): ShownEdit[] | undefined {
  const { edits = [], start, end } = options
  const touched = edits.filter((edit) => edit.start < end && edit.end > start)
  if (touched.length === 0) return undefined
  return touched.map(({ start, end, original, at }) => ({ start, end, original, at }))
}
