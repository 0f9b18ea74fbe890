import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findShortAnswer } from './find-short-answer.js'

/** What is told first where the reader points at `pointed`. */
function tell(question: string, text: string, pointed: string | null): string | null {
  const start = pointed === null ? -1 : text.indexOf(pointed)
  const span = pointed === null ? null : { start, end: start + pointed.length }
  const found = findShortAnswer({ question, text, span })
  return found && text.slice(found.start, found.end)
}

describe('findShortAnswer', () => {
  it.each([
    ['パラメータ数はいくつですか？', 'GPT-3は1,750億個のパラメータを持つ。', '1,750億個', '1,750億個'],
    ['パラメータ数はいくつですか？', 'パラメータは約 175 億個以上ある。', '約 175 億', '約 175 億個以上'],
    ['パラメータ数はいくつですか？', 'GPT-3は2020年5月に発表された、1,750億個のモデルだ。', '1,750億個', '1,750億個'],
    ['何層ですか？', 'BERT-Largeは24層で約3億4,000万個のパラメータを持つ。', '24層', '24層'],
    ['いつ発表されましたか？', 'BERTは2018年10月に発表された。', '2018年', '2018年10月'],
    ['何世紀の人ですか？', '紀元前4世紀頃の学者である。', '4世紀', '紀元前4世紀'],
    ['When was it released?', 'It was released in October 2018.', '2018', 'October 2018'],
    ['開発したのは誰ですか？', 'Jacob Devlinらが発表した。', 'Jacob Devlin', 'Jacob Devlin'],
    ['本社はどこですか？', '本社は東京都にある。', '東京都', '東京都'],
    ['BERTのパラメータ数は？', 'モデル: BERT-Base、層数: 12、パラメータ数: 約1億1,000万', null, '約1億1,000万'],
    ['白浜灯台の高さは？', '灯台: 白浜灯台、高さ: 21メートル、点灯年: 1899年', '1899年', '21メートル'],
    ["What is Mori's extension?", 'Employee: Aiko Mori; Role: counsel; Extension: 4101', '4101', '4101'],
  ])('%s in %s: %s tells %s', (question, text, pointed, told) => {
    expect(tell(question, text, pointed)).toBe(told)
  })

  it.each([
    ['a question for no such thing', '拡散モデルは何を行いますか？', 'ノイズを12回除く。', '12回'],
    ['no place pointed at', 'いくつですか？', '12個ある。', null],
    [
      'several that could be meant',
      'パラメータ数はいくつですか？',
      'BERT-Largeは24層で約3億4,000万個のパラメータを持つ。',
      '24層',
    ],
    ['two columns', '白浜灯台の高さと点灯年は？', '灯台: 白浜灯台、高さ: 21メートル、点灯年: 1899年', '21メートル'],
    ['two numbers', 'いくつですか？', '12個と13個がある。', '12個と13個'],
    ['a part of a word', 'How many parameters?', 'A 12-billion-parameter model.', '12'],
    ['a number where a person is asked for', '誰ですか？', '2018年に発表した。', '、'],
    ['more than a name', '誰ですか？', '山田太郎が2018年に発表した。', '山田太郎が'],
    ['words that begin with a particle', '誰ですか？', '著者は山田太郎である。', 'は山田太郎'],
  ])('tells nothing first of %s', (_, question, text, pointed) => {
    expect(tell(question, text, pointed)).toBeNull()
  })

  it('lies in the text, for any text and span', () => {
    const question = fc.constantFrom('いくつですか？', 'いつですか？', '誰ですか？', 'いくらですか？')
    const piece = fc.constantFrom('12', '2018年', '億', '個', '-', 'A', '約', '、', '山田', 'は', '円')
    fc.assert(
      fc.property(question, fc.array(piece, { maxLength: 8 }), fc.nat(20), fc.nat(20), (asked, pieces, a, b) => {
        const text = pieces.join('')
        const found = findShortAnswer({
          question: asked,
          text,
          span: { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) },
        })
        if (!found) return
        expect(found.start).toBeGreaterThanOrEqual(0)
        expect(found.end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
