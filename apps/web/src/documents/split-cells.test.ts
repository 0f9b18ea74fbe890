import { describe, expect, it } from 'vitest'
import { splitCells } from './split-cells'

const cells = (row: string) => splitCells(row).map(({ start, end }) => row.slice(start, end))

describe('splitCells', () => {
  it('splits at tabs, and keeps empty cells between them', () => {
    expect(cells('段階\t\t均質化 | x')).toEqual(['段階', '', '均質化 | x'])
  })
  it('splits at bars where there is no tab, without the outer ones', () => {
    expect(cells('| a | b |')).toEqual(['a', 'b'])
  })
  it('keeps a row without separators whole', () => {
    expect(cells('一つだけ')).toEqual(['一つだけ'])
  })
})
