import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { findQuantities } from './find-quantities.js'

const found = (text: string) => findQuantities(text).map(({ value, unit }) => [value, unit])

describe('findQuantities', () => {
  it.each<[string, [number, string | null][]]>([
    ['1,750億個のパラメータ', [[1.75e11, '個']]],
    ['1750 億', [[1.75e11, null]]],
    ['5,300 億パラメーター', [[5.3e11, 'パラメータ']]],
    ['175 billion parameters', [[1.75e11, 'パラメータ']]],
    [
      'a 1.5B model and 340M more',
      [
        [1.5e9, null],
        [3.4e8, null],
      ],
    ],
    [
      '680000時間と 680,000 hours',
      [
        [680000, '時間'],
        [680000, '時間'],
      ],
    ],
    [
      '1 万基の GPU で 1 億人',
      [
        [10000, '基'],
        [1e8, '人'],
      ],
    ],
    [
      '1億7000万枚、11.8万枚',
      [
        [1.7e8, '枚'],
        [118000, '枚'],
      ],
    ],
    ['約1億1,000万', [[1.1e8, null]]],
    [
      '21世紀の2020年',
      [
        [21, '世紀'],
        [2020, '年'],
      ],
    ],
    ['the 21st century', [[21, '世紀']]],
    [
      '50%、50パーセント、50 percent、５０％',
      [
        [50, '%'],
        [50, '%'],
        [50, '%'],
        [50, '%'],
      ],
    ],
    [
      '$5 million、60万ドル、¥1,000',
      [
        [5e6, 'ドル'],
        [6e5, 'ドル'],
        [1000, '円'],
      ],
    ],
    [
      '6.9GBで1000TOPS',
      [
        [6.9, 'gb'],
        [1000, 'tops'],
      ],
    ],
    ['one million users', [[1e6, 'user']]],
    ['1万5千円', [[15000, '円']]],
    [
      '十二、二十一世紀、二〇二〇年、百人、一つ',
      [
        [12, null],
        [21, '世紀'],
        [2020, '年'],
        [100, '人'],
        [1, 'つ'],
      ],
    ],
    ['千七百五十億個', [[1.75e11, '個']]],
    ['一般に十分な一部は千葉の五十嵐、万一、数十、何百、一二三', []],
    ['GPT-3 COCO2017 LAION-5B gpt-3.5-turbo 1.2.3 2023-03-14 10:30', []],
    [
      '10-20年、-5%、マイナス3度',
      [
        [10, null],
        [20, '年'],
        [-5, '%'],
        [-3, '度'],
      ],
    ],
    [
      '5m、5 m、5M',
      [
        [5, 'm'],
        [5, 'm'],
        [5e6, null],
      ],
    ],
    [
      '3D 進化形と 2日本',
      [
        [3, null],
        [2, null],
      ],
    ],
    [
      '3割、三割、8分の1、四分の三',
      [
        [30, '%'],
        [30, '%'],
        [12.5, '%'],
        [75, '%'],
      ],
    ],
    ['99言語を認識', [[99, '言語']]],
    [
      '23ヶ月ごと、3 months、3か月',
      [
        [23, 'か月'],
        [3, 'か月'],
        [3, 'か月'],
      ],
    ],
    ['', []],
  ])('reads %j', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('spans number and unit in the source', () => {
    const text = '最大３０％を自動化し、1 万基を使う'
    expect(findQuantities(text).map((quantity) => quantity.text)).toEqual(['３０％', '1 万基'])
    for (const { start, end, text: slice } of findQuantities(text)) expect(text.slice(start, end)).toBe(slice)
  })

  it('reads back what Japanese multipliers write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (high, low) => {
        expect(found(`${high}億${low}万人`)).toEqual([[high * 1e8 + low * 1e4, '人']])
        expect(found(`${low.toLocaleString('en')} million tokens`)).toEqual([[low * 1e6, 'トークン']])
      }),
      { numRuns: 200 },
    )
  })

  it('gives finite values and spans in order for any text', () => {
    const text = anyText({
      pieces: [
        '1',
        '1,750',
        '3.14',
        '万',
        '億',
        '十',
        '二',
        '年',
        '%',
        ' billion',
        '-',
        '.',
        ',',
        'GB',
        '$',
        '人',
        '½',
        ' ',
      ],
    })
    fc.assert(
      fc.property(text, (text) => {
        let previous = 0
        for (const { value, start, end, text: slice } of findQuantities(text)) {
          if (!Number.isFinite(value) || start < previous || text.slice(start, end) !== slice) return false
          previous = start
        }
        return true
      }),
      { numRuns: 1000 },
    )
  })
})
