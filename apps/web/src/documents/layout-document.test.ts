import type { DocumentBlock } from '@shutten/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutDocument } from './layout-document'

const shown = (text: string, blocks: DocumentBlock[], from = 0) =>
  layoutDocument({ text, blocks, from })
    .flat()
    .flatMap((group) => group.blocks.map((block) => text.slice(block.start, block.end)))

describe('layoutDocument', () => {
  it('makes paragraphs of text without blocks', () => {
    expect(shown('一つ目。\n続き。\n\n  \n二つ目。\n', [])).toEqual(['一つ目。\n続き。', '二つ目。'])
  })

  it('groups the items of a list and the rows of a table', () => {
    const kinds = ['paragraph', 'list-item', 'list-item', 'table-row', 'table-row', 'paragraph'] as const
    const blocks = kinds.map((kind, index) => ({ kind, start: index * 2, end: index * 2 + 1 }))
    const groups = layoutDocument({ text: 'a b c d e f ', blocks }).flat()
    expect(groups.map((group) => [group.kind, group.blocks.length])).toEqual([
      ['paragraph', 1],
      ['list-item', 2],
      ['table-row', 2],
      ['paragraph', 1],
    ])
  })

  it('leaves out what stands before the first shown character', () => {
    expect(shown('題\n\n本文', [{ kind: 'heading', level: 1, start: 0, end: 1 }], 1)).toEqual(['本文'])
  })

  it('shows every visible character once, whatever the blocks leave out', () => {
    const text = fc.string({ unit: fc.constantFrom('あ', 'b', '\n', ' ', '。'), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.array(fc.nat(60), { maxLength: 8 }), (content, cuts) => {
        const edges = [...new Set(cuts.filter((cut) => cut <= content.length))].sort((a, b) => a - b)
        const blocks: DocumentBlock[] = []
        for (let at = 0; at + 1 < edges.length; at += 2)
          blocks.push({ kind: 'paragraph', start: edges[at] ?? 0, end: edges[at + 1] ?? 0 })
        const visible = (of: string) => of.replace(/\s/g, '')
        expect(visible(shown(content, blocks).join(''))).toBe(visible(content))
      }),
    )
  })

  it('takes a text of a million characters in one pass', () => {
    const text = ['あ'.repeat(80), '\n']
      .join('')
      .repeat(6_000)
      .concat(' '.repeat(100_000), '\n\n', 'い'.repeat(400_000))
    expect(shown(text, [])).toHaveLength(2)
  })
})
