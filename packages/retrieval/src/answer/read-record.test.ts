import { describe, expect, it } from 'vitest'
import { readRecord } from './read-record.js'

describe('readRecord', () => {
  it.each([
    ['灯台: 白浜灯台、高さ: 21メートル', ['灯台=白浜灯台', '高さ=21メートル']],
    [
      'Name: Aiko Mori; Role: counsel, legal; Extension: 4101',
      ['Name=Aiko Mori', 'Role=counsel, legal', 'Extension=4101'],
    ],
    ['部品: 歯車、軸、材料: 鋼', ['部品=歯車、軸', '材料=鋼']],
  ])('reads %s', (row, cells) => {
    const read = readRecord(row) ?? []
    expect(read.map(({ name, value }) => `${name}=${value}`)).toEqual(cells)
    for (const { start, end, value } of read) expect(row.slice(start, end)).toBe(value)
  })

  it.each(['白浜灯台は1899年に点灯した。', '注意: 触らないこと'])('leaves %s as prose', (text) => {
    expect(readRecord(text)).toBeNull()
  })
})
