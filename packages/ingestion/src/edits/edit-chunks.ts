import type { Chunk } from '@shutten/core'
import type { OffsetMap } from './create-offset-map.js'
import type { PlacedEdit } from './place-edits.js'

/** The chunks of a source at their places in the edited text: cut as the source is. An edit that goes over several joins them. */
export function editChunks(options: {
  chunks: readonly Chunk[]
  placed: readonly PlacedEdit[]
  map: OffsetMap
}): Chunk[] {
  const { chunks, placed, map } = options
  const joined: Chunk[] = []
  for (const chunk of chunks) {
    const last = joined.at(-1)
    const isOne = last && placed.some(({ start, end }) => start < last.end && end > chunk.start)
    if (!isOne) joined.push({ ...chunk })
    else
      joined[joined.length - 1] = {
        ...last,
        end: chunk.end,
        ...((last.places || chunk.places) && { places: [...(last.places ?? []), ...(chunk.places ?? [])] }),
      }
  }
  return joined.map((chunk, index) => {
    const places = chunk.places?.map(({ start, place }) => ({ start: map(start, 'start'), place }))
    // Of those that an edit has taken together the first is told.
    const told = places?.filter(({ start }, at) => at === 0 || start !== places[at - 1]?.start)
    return {
      ...chunk,
      index,
      start: map(chunk.start, 'start'),
      end: map(chunk.end, 'end'),
      ...(told && { places: told }),
    }
  })
}
