import type { PassageEdit } from '@shutten/core'
import { locateEdit } from './locate-edit.js'

/** An edit at its place in a source's text. */
export interface PlacedEdit<Edit extends Pick<PassageEdit, 'text'> = Pick<PassageEdit, 'text'>> {
  edit: Edit
  start: number
  end: number
}

/** The edits of a document that its source has a place for, in order. Of two over the same words the first holds. */
export function placeEdits(options: { text: string; edits: readonly PassageEdit[] }): PlacedEdit<PassageEdit>[] {
  const { text, edits } = options
  const placed: PlacedEdit<PassageEdit>[] = []
  for (const edit of edits) {
    const start = locateEdit({ text, edit })
    if (start === null) continue
    const end = start + edit.original.length
    if (placed.every((other) => other.end <= start || other.start >= end)) placed.push({ edit, start, end })
  }
  return placed.sort((a, b) => a.start - b.start)
}
