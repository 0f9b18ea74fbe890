import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readColumns } from './read-columns'

/** As a table: its head, then its rows. */
function read(rows: string[]) {
  const columns = readColumns(rows)
  return (
    columns && [
      columns.names,
      ...columns.rows.map((cells, i) => cells.map((cell) => cell && rows[i]?.slice(cell.start, cell.end))),
    ]
  )
}

describe('readColumns', () => {
  it('gives each value to its column', () => {
    expect(read(['モデル: BERT-Base、層数: 12', 'モデル: BERT-Large、層数: 24'])).toEqual([
      ['モデル', '層数'],
      ['BERT-Base', '12'],
      ['BERT-Large', '24'],
    ])
    expect(read(['Model: BERT; Released: 11 October 2018'])).toEqual([
      ['Model', 'Released'],
      ['BERT', '11 October 2018'],
    ])
  })

  it('keeps a value with the separator in it whole, and leaves room for one that is missing', () => {
    expect(read(['名: 甲、用途: 翻訳、要約、年: 2020', '名: 乙、年: 2021'])).toEqual([
      ['名', '用途', '年'],
      ['甲', '翻訳、要約', '2020'],
      ['乙', null, '2021'],
    ])
  })

  it('takes a first column without a name', () => {
    expect(read(['甲、年: 2020', '乙、年: 2021'])).toEqual([
      ['', '年'],
      ['甲', '2020'],
      ['乙', '2021'],
    ])
  })

  it.each([
    [['ただの文である。', '名: 甲、年: 2020']],
    [['名: 甲、年: 2020', '年: 2021、名: 乙']],
    [['名: 甲、名: 乙']],
    [['甲\t乙', '丙\t丁']],
    [['一つだけ: 甲']],
    [[]],
  ])('leaves %j as rows', (rows) => expect(read(rows)).toBeNull())

  it('shows each value once, inside its row, from the left to the right', () => {
    const word = fc.stringMatching(/^[甲乙丙a-z0-9 :、;]{0,8}$/)
    fc.assert(
      fc.property(fc.array(fc.array(word, { maxLength: 4 }), { maxLength: 4 }), (table) => {
        const rows = table.map((cells) => cells.map((cell, i) => `列${i}: ${cell}`).join('、'))
        for (const [i, cells] of (readColumns(rows)?.rows ?? []).entries()) {
          let at = 0
          for (const cell of cells) {
            if (!cell) continue
            expect(cell.start).toBeGreaterThanOrEqual(at)
            expect(cell.end).toBeGreaterThanOrEqual(cell.start)
            expect(cell.end).toBeLessThanOrEqual(rows[i]?.length ?? 0)
            at = cell.end
          }
        }
      }),
    )
  })
})
