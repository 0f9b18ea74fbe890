import { describe, expect, it } from 'vitest'
import { isOtherRecord } from './is-other-record.js'

const lighthouses = [
  '灯台: 白浜灯台、点灯した年: 1899年、所在地: 静岡県',
  '灯台: 玉藻灯台、点灯した年: 1912年、所在地: 香川県',
]
const staff = [
  'Employee: Maria Okafor; Department: Accounts; Extension: 4312',
  'Employee: Aiko Mori; Department: Legal; Extension: 4101',
]
const others = (question: string, rows: readonly string[], above = '') =>
  rows.map((text) => isOtherRecord({ question, text, passage: rows.join('\n'), above }))

describe('isOtherRecord', () => {
  it('knows the row that the question names, by any of its values', () => {
    expect(others('玉藻灯台が点灯した年は？', lighthouses)).toEqual([true, false])
    expect(others('香川県にある灯台はどれですか？', lighthouses)).toEqual([true, false])
    expect(others('Which department does Maria Okafor work in?', staff)).toEqual([false, true])
    expect(others('Who has extension 4101?', staff)).toEqual([true, false])
  })

  it('knows a thing of the kind that no row is about', () => {
    expect(others('紅葉灯台の高さは？', lighthouses)).toEqual([true, true])
    expect(others('紅葉灯台の高さは？', lighthouses, '紅葉灯台の記録')).toEqual([false, false])
    expect(others('紅葉岬の標高は？', ['岬: 白浜岬、標高: 21', '岬: 玉藻岬、標高: 9'])).toEqual([false, false])
  })

  it('lets every row pass that may be asked for', () => {
    expect(others('いちばん古い灯台はどれですか？', lighthouses)).toEqual([false, false])
    expect(others('白浜灯台と玉藻灯台の所在地は？', lighthouses)).toEqual([false, false])
    expect(others('What departments are there?', staff)).toEqual([false, false])
    expect(others('玉藻灯台はいつ建ちましたか？', ['白浜灯台は1899年に、玉藻灯台は1912年に建った。'])).toEqual([false])
  })
})
