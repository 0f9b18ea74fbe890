import type { DocumentBlock, StoredDocument } from '@shutten/core'

/** Blocks that are set as one: the items of a list, the rows of a table. */
export interface BlockGroup {
  kind: DocumentBlock['kind']
  blocks: DocumentBlock[]
}

const groupsPerSection = 24

/**
 * A document's text as sections of block groups, in order. Text that no block covers becomes paragraphs, so that
 * every visible character from `from` on is shown once. Sections are what the browser may leave unrendered until
 * they are near.
 */
export function layoutDocument(options: Pick<StoredDocument, 'text' | 'blocks'> & { from?: number }): BlockGroup[][] {
  const groups: BlockGroup[] = []
  for (const block of coverGaps({ from: 0, ...options })) {
    const last = groups.at(-1)
    if (last && last.kind === block.kind && (block.kind === 'list-item' || block.kind === 'table-row'))
      last.blocks.push(block)
    else groups.push({ kind: block.kind, blocks: [block] })
  }
  const sections: BlockGroup[][] = []
  for (let at = 0; at < groups.length; at += groupsPerSection) sections.push(groups.slice(at, at + groupsPerSection))
  return sections
}

function coverGaps(options: Pick<StoredDocument, 'text' | 'blocks'> & { from: number }): DocumentBlock[] {
  const { text, blocks, from } = options
  const covered: DocumentBlock[] = []
  let at = from
  const cover = (end: number) => {
    // From the first visible character to the line before a blank one.
    for (const match of text.slice(at, end).matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/g))
      covered.push({
        kind: 'paragraph',
        start: at + match.index,
        end: at + match.index + match[0].trimEnd().length,
      })
  }
  for (const block of blocks) {
    if (block.end <= from) continue
    if (block.start > at) cover(block.start)
    if (block.end > block.start) covered.push(block)
    at = Math.max(at, block.end)
  }
  if (at < text.length) cover(text.length)
  return covered
}
