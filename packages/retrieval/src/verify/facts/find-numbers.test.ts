import { describe, expect, it } from 'vitest'
import { compareDate, compareNumber } from './compare-numbers.js'
import { findNumbers } from './find-numbers.js'

/** The worst verdict of all that the first says, held against the second. */
function compare(said: string, held: string) {
  const [own, other] = [findNumbers(said), findNumbers(held)]
  const verdicts = [
    ...own.numbers.map((number) => compareNumber(number, other)),
    ...own.dates.map((date) => compareDate(date, other)),
  ]
  return verdicts.includes('differs') ? 'differs' : verdicts.includes('loosened') ? 'loosened' : 'agrees'
}

describe('numbers of an answer and of its source', () => {
  it.each([
    ['1億2000万個', '120,000,000個'],
    ['175 billion parameters', '1,750億個のパラメータ'],
    ['三割', '30%'],
    ['half of them', '50%'],
    ['約1億1000万', '約1億1,000万個'],
    ['約1,800億個', '1,750億個'],
    ['1,700億を超える', '1,750億'],
    ['more than 170 billion', '175 billion'],
    ['1.5 TB', '1,500 GB'],
    ['2時間', '120分'],
    ['twelve layers', '12層'],
    ['10〜100個', '10個から100個まで'],
    ['2018年', '2018年10月'],
    ['in 2018', '2018年10月に'],
    ['令和5年4月1日', '2023/4/1'],
    ['October 2018', '2018年10月'],
    ['DALL·E 2は35億個', '3.5 billion parameters, DALL·E 2'],
  ])('%s is held by %s', (said, held) => {
    expect(compare(said, held)).toBe('agrees')
  })

  it.each([
    ['3億個', '30億個'],
    ['40%', '30%'],
    ['3時間', '3日'],
    ['30%以上', '30%未満'],
    ['2018年11月', '2018年10月'],
    ['2018年10月', '2018年'],
    ['100ドル', '100円'],
    ['12言語', '12層'],
    ['約2,000億個', '1,750億個'],
    ['5,000人を超える', '100,000人'],
  ])('%s is not held by %s', (said, held) => {
    expect(compare(said, held)).toBe('differs')
  })

  it.each([
    ['512トークン', '最大512トークン'],
    ['30%以上', '30%'],
  ])('%s leaves out or adds what bounds it in %s', (said, held) => {
    expect(compare(said, held)).toBe('loosened')
  })
})
