import type { AppliedEdit } from './applied-edit.js'

/** Where in the source's text an offset of a version with edits stands; within an edit, where that begins. */
export function toSourceOffset(options: {
  offset: number
  edits?: readonly Pick<AppliedEdit, 'start' | 'end' | 'original'>[] | undefined
}): number {
  const { offset, edits = [] } = options
  let shift = 0
  for (const { start, end, original } of [...edits].sort((a, b) => a.start - b.start)) {
    if (offset <= start) break
    if (offset < end) return start + shift
    shift += original.length - (end - start)
  }
  return offset + shift
}
