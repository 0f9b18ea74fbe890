import type { Chunk, DocumentBlock } from '@shutten/core'

/** Where a span of the stored text stands in its source: the place at its beginning, and each that follows. Null where none is known. */
export function findPlaces(options: {
  blocks: readonly Pick<DocumentBlock, 'start' | 'end' | 'place'>[]
  start: number
  end: number
}): NonNullable<Chunk['places']> | null {
  const { blocks, start, end } = options
  const places: NonNullable<Chunk['places']> = []
  for (const block of blocks) {
    if (block.start >= end) break
    if (block.end <= start || !block.place) continue
    const last = places.at(-1)
    if (last && JSON.stringify(last.place) === JSON.stringify(block.place)) continue
    places.push({ start: Math.max(start, block.start), place: block.place })
  }
  return places.length > 0 ? places : null
}
