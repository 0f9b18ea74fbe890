import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDates } from './find-dates.js'

const found = (text: string) =>
  findDates(text).map(({ year, month, day }) => [year, month, day].map((part) => part ?? '').join('-'))

describe('findDates', () => {
  it.each<[string, string[]]>([
    ['2023年4月1日に公開', ['2023-4-1']],
    ['２０２３年４月', ['2023-4-']],
    ['2018年に発表', ['2018--']],
    ['二〇二三年四月一日', ['2023-4-1']],
    ['令和5年4月1日、平成元年、昭和六十四年', ['2023-4-1', '1989--', '1989--']],
    ['R5.4.1', ['2023-4-1']],
    ['2023/4/1 と 2023-04-01 と 2023.4.1', ['2023-4-1', '2023-4-1', '2023-4-1']],
    ['4月1日、10月', ['-4-1', '-10-']],
    ['April 1, 2023 and 1 April 2023', ['2023-4-1', '2023-4-1']],
    ['Sept. 22nd, 2020', ['2020-9-22']],
    ['in October 2018', ['2018-10-']],
    ['published in 2018, and in May', ['2018--', '-5-']],
    ['Vaswani et al. (2017)', ['2017--']],
    ['2020年度の予算', ['2020--']],
    ['2019年から2021年まで', ['2019--', '2021--']],
    ['5年間、3か月、2020年代、1500年間、the 1990s, 2048 tokens, you may 2', []],
    ['1,024個、COCO2017、12/25', []],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('spans the date in the source', () => {
    const text = '論文は２０１８年１０月に、次は April 1, 2023 に出た。'
    expect(findDates(text).map((date) => date.text)).toEqual(['２０１８年１０月', 'April 1, 2023'])
  })

  it('reads back what is written in any of the forms', () => {
    const date = fc.record({
      year: fc.integer({ min: 1989, max: 2018 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    fc.assert(
      fc.property(date, ({ year, month, day }) => {
        const era = year === 1989 ? '元' : year - 1988
        for (const text of [
          `${year}年${month}月${day}日`,
          `${year}/${month}/${day}`,
          `平成${era}年${month}月${day}日`,
          `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
        ])
          expect(found(`それは${text}である`)).toEqual([`${year}-${month}-${day}`])
      }),
      { numRuns: 100 },
    )
  })
})
