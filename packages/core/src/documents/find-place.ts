import type { DocumentBlock } from './document.js'
import type { DocumentPlace } from './document-place.js'

/**
 * The place of the block at `start`, or, where that one has none or `start` lies between blocks, of the next block before
 * `end`. Null when none has one. Offsets are UTF-16 code units into the stored text; blocks are in order.
 */
export function findPlace(options: {
  blocks: readonly Pick<DocumentBlock, 'start' | 'end' | 'place'>[]
  start: number
  end: number
}): DocumentPlace | null {
  const { blocks, start, end } = options
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle] as { end: number }).end <= start) low = middle + 1
    else high = middle
  }
  for (let at = low; at < blocks.length; at++) {
    const block = blocks[at] as Pick<DocumentBlock, 'start' | 'place'>
    if (at > low && block.start >= end) return null
    if (block.place) return block.place
  }
  return null
}
