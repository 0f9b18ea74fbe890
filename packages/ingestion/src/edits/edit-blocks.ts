import type { DocumentBlock } from '@shutten/core'
import type { OffsetMap } from './create-offset-map.js'
import type { PlacedEdit } from './place-edits.js'

const touches = (edit: PlacedEdit, block: { start: number; end: number }) =>
  edit.start < block.end && edit.end > block.start

/**
 * The blocks of an edited text. An edit within one block leaves it what it is; one over several, as the items of a list, does, too, as long
 * as it has a line for each; else its lines become paragraphs.
 *
 * @param options.text as it is edited
 */
export function editBlocks(options: {
  blocks: readonly DocumentBlock[]
  text: string
  placed: readonly PlacedEdit[]
  map: OffsetMap
}): DocumentBlock[] {
  const { blocks, text, placed, map } = options
  const made: DocumentBlock[] = []
  const over: PlacedEdit[] = []
  for (const one of placed) {
    const touched = blocks.filter((block) => touches(one, block))
    if (touched.length < 2) continue
    over.push(one)
    const start = map(one.start, 'start')
    const lines = [...one.edit.text.matchAll(/[^\n]*\S[^\n]*/g)].map((line) =>
      trim(text, start + line.index, start + line.index + line[0].length),
    )
    const isLineByLine =
      lines.length === touched.length && touched.every((block) => block.start >= one.start && block.end <= one.end)
    const place = touched[0]?.place
    lines.forEach((line, at) => {
      const { source: _, ...block } = touched[at] ?? { kind: 'paragraph' as const }
      made.push(isLineByLine ? { ...block, ...line } : { kind: 'paragraph', ...line, ...(place && { place }) })
    })
  }
  for (const block of blocks) {
    const behind = over.find((one) => one.start <= block.start && one.end > block.start)
    const before = over.find((one) => one.start > block.start && one.start < block.end)
    if (behind && behind.end >= block.end) continue
    const start = behind ? map(behind.end, 'end') : map(block.start, 'start')
    const end = before ? map(before.start, 'start') : map(block.end, 'end')
    const isChanged = placed.some((one) => touches(one, block))
    const { source, ...rest } = block
    const left = isChanged ? trim(text, start, end) : { start, end }
    if (left.end > left.start) made.push({ ...rest, ...left, ...(source && !isChanged && { source }) })
  }
  return made.sort((a, b) => a.start - b.start)
}

function trim(text: string, start: number, end: number): { start: number; end: number } {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  return { start: start + lead, end: Math.max(start + lead, start + words.trimEnd().length) }
}
