import type { PlacedEdit } from './place-edits.js'

/** Moves an offset of the source's text into the edited one; within an edit to its beginning or its end. */
export type OffsetMap = (offset: number, side: 'start' | 'end') => number

export function createOffsetMap(placed: readonly PlacedEdit[]): OffsetMap {
  return (offset, side) => {
    let shift = 0
    for (const { edit, start, end } of placed) {
      if (offset <= start) break
      if (offset < end) return start + shift + (side === 'start' ? 0 : edit.text.length)
      shift += edit.text.length - (end - start)
    }
    return offset + shift
  }
}
