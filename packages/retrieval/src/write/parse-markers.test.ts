import { describe, expect, it } from 'vitest'
import { parseMarkers } from './parse-markers.js'

describe('parseMarkers', () => {
  it.each([
    ['BERTは2018年に発表された。[1]', 'BERTは2018年に発表された。', [1]],
    ['BERTは2018年に発表された[1]。', 'BERTは2018年に発表された。', [1]],
    ['二つある。【1】【3】', '二つある。', [1, 3]],
    ['二つある。[1,2]', '二つある。', [1, 2]],
    ['二つある。[1、2]', '二つある。', [1, 2]],
    ['二つある。[1][2][1]', '二つある。', [1, 2]],
    ['一つある。(出典1)', '一つある。', [1]],
    ['一つある。（出典：２）', '一つある。', [2]],
    ['It has one [Source 3].', 'It has one.', [3]],
    ['全角も読む。［４］', '全角も読む。', [4]],
    ['何もない。', '何もない。', []],
  ])('reads %s', (sentence, text, markers) => {
    expect(parseMarkers({ sentence, passages: 5 })).toEqual({ text, markers })
  })

  it('drops a number that maps to nothing', () => {
    expect(parseMarkers({ sentence: '無い出典。[9][0][2]', passages: 3 })).toEqual({ text: '無い出典。', markers: [2] })
  })

  it('leaves years and list numbers in parentheses alone', () => {
    expect(parseMarkers({ sentence: 'Vaswani ら (2017) が示した。[1]', passages: 3 })).toEqual({
      text: 'Vaswani ら (2017) が示した。',
      markers: [1],
    })
  })
})
