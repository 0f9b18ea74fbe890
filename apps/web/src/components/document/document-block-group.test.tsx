import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { BlockGroup } from '@/documents/layout-document'
import { DocumentBlockGroup } from './document-block-group'

const rows = ['モデル: BERT-Base、層数: 12', 'モデル: BERT-Large、層数: 24']
const text = rows.join('\n')
const second = rows[0]?.length ?? 0
const group: BlockGroup = {
  kind: 'table-row',
  blocks: [
    { kind: 'table-row', start: 0, end: second },
    { kind: 'table-row', start: second + 1, end: text.length },
  ],
}
const render = (quote: { start: number; end: number } | null) =>
  renderToStaticMarkup(
    createElement(DocumentBlockGroup, { text, group, cited: quote && { quote, highlights: [] }, anchor: true }),
  )

describe('DocumentBlockGroup', () => {
  it('sets rows that name their columns under one head', () => {
    const html = render(null)
    expect(html).toContain('<thead><tr><th scope="col">モデル</th><th scope="col">層数</th></tr></thead>')
    expect(html).toContain('<tr><td>BERT-Large</td><td>24</td></tr>')
  })

  it('marks the values of a quoted row, and the first of them as the place to go to', () => {
    const marks = render({ start: second + 1, end: text.length }).match(/<mark[^>]*>[^<]*/g)
    expect(marks).toHaveLength(2)
    expect(marks?.map((mark) => mark.includes('id="cite"'))).toEqual([true, false])
    expect(marks?.map((mark) => mark.replace(/<[^>]*>/, ''))).toEqual(['BERT-Large', '24'])
  })

  it('marks what is quoted of a cell', () => {
    const start = text.indexOf('Large')
    expect(render({ start, end: start + 5 }).match(/<mark[^>]*>[^<]*/g)).toEqual([
      '<mark class="quote-mark" data-cite="" id="cite">Large',
    ])
  })
})
