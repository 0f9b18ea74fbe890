import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldWidth } from './fold-width.js'

describe('foldWidth', () => {
  it('writes full-width forms and hyphens as ASCII', () => {
    expect(foldWidth('０３−１２３４ー５６７８　Ａ＠ｂ‐サーバー')).toBe('03-1234-5678 A@b-サーバー')
  })

  it('keeps every offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldWidth(text)).toHaveLength(text.length)
      }),
    )
  })
})
