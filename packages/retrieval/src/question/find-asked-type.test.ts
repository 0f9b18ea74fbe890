import { describe, expect, it } from 'vitest'
import { findAskedType, findAskedUnit } from './find-asked-type.js'
import { holdsAskedType } from './holds-asked-type.js'

describe('findAskedType', () => {
  it.each([
    ['パラメータ数はいくつですか？', 'quantity'],
    ['入力は最大で何トークンまでですか？', 'quantity'],
    ['何年間続きましたか？', 'quantity'],
    ['何年に発表されましたか？', 'date'],
    ['料金はいくらですか？', 'money'],
    ['学習にかかった費用を教えてください', 'money'],
    ['Stable Diffusion 3の公開日', 'date'],
    ['一日に何語くらい訳していますか？', 'quantity'],
    ['How much did it cost?', 'money'],
    ['By how much did it reduce errors?', 'quantity'],
    ['開発したのは誰ですか？', 'person'],
    ['本社はどこですか？', 'place'],
    ['なぜ時間がかかるのですか？', 'reason'],
    ['語源は何語ですか？', null],
    ['どのような社会ですか？何社会と呼ばれますか？', null],
    ['金はいくらでも出すと言ったのは何という団体ですか？', null],
    ['BERTとは何ですか？', null],
  ])('%s asks for %s', (question, type) => {
    expect(findAskedType(question)).toBe(type)
  })

  it('tells the unit that is asked for', () => {
    expect(findAskedUnit('最大で何トークンまでですか？')).toBe('トークン')
    expect(findAskedUnit('いくつのカテゴリを検出しますか？')).toBe('カテゴリ')
    expect(findAskedUnit('How many parameters does GPT-3 have?')).toBe('パラメータ')
    expect(findAskedUnit('How many training tokens were used?')).toBe('トークン')
    expect(findAskedUnit('How many people does it need?')).toBe('人')
    expect(findAskedUnit('How many of them were right?')).toBeNull()
    expect(findAskedUnit('パラメータ数はいくつですか？')).toBeNull()
  })
})

describe('holdsAskedType', () => {
  it.each([
    ['quantity', '99言語を認識する。', 'いくつの言語ですか？', true],
    ['quantity', '多くの言語を認識する。', 'いくつの言語ですか？', false],
    ['quantity', '2021年には80種類だった。', '80種類のうちいくつですか？', true],
    ['date', '2018年に発表された。', '2018年の何月ですか？', false],
    ['date', '2018年10月に発表された。', 'いつですか？', true],
    ['money', '学習に60万ドルかかった。', 'いくらですか？', true],
    ['money', '学習に680000時間かかった。', 'いくらですか？', false],
    ['reason', '費用がかかるため、使わない。', 'なぜですか？', true],
    ['person', '山田が発表した。', '誰ですか？', null],
  ] as const)('%s in %s', (type, text, question, held) => {
    expect(holdsAskedType({ text, type, question })).toBe(held)
  })
})
