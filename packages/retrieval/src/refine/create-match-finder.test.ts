import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMatchFinder } from './create-match-finder.js'

/** Each match as its term and the places, as they are written. */
function findMatches(query: string, text: string): Record<string, string[]> {
  const matches = createMatchFinder(query)(text)
  return Object.fromEntries(
    matches.map(({ term, spans }) => [term, spans.map(({ start, end }) => text.slice(start, end))]),
  )
}

describe('createMatchFinder', () => {
  it.each([
    ['BERTの事前学習とは何ですか', 'BERTは事前学習を行う。', { bert: ['BERT'], 事前学習: ['事前学習'] }],
    ['事前学習', '事前学習の後に学習する。以前学んだ。', { 事前学習: ['事前学習'] }],
    ['自己教師あり学習', '教師あり学習と自己評価', { 教師あり学習: ['教師あり学習'], 自己: ['自己'] }],
    ['直前学習', '事前学習', { 学習: ['学習'] }],
    ['サーバーの設定', 'サーバの設定。ｻｰﾊﾞｰ', { サーバー: ['サーバ', 'ｻｰﾊﾞｰ'], 設定: ['設定'] }],
    ['サーバ', 'ウェブサーバー', { サーバ: ['サーバ'] }],
    ['GPT-3の値', 'ＧＰＴ－３とGPT3とgpt3。値は3。', { 'gpt-3': ['ＧＰＴ－３', 'GPT3', 'gpt3'], 値: ['値'] }],
    [
      'Stable Diffusionの学習',
      'StableDiffusion、stable  diffusion、Stable',
      { 'stable diffusion': ['StableDiffusion', 'stable  diffusion'] },
    ],
    ['pre-training models', "Pretraining a model's weights", { 'pre-training': ['Pretraining'], models: ["model's"] }],
    ['猫の種類', '猫は多い。黒猫', { 猫: ['猫'] }],
    ['1,750億個', '1750億個ある', { '1,750億個': ['1750億個'] }],
    ['C++とC#', 'CとC++', { 'c++': ['C++'] }],
    ['様々な人々', '様々な人々がいる', { 様々: ['様々'], 人々: ['人々'] }],
    ['学校の会議', '學校で會議がある', { 学校: ['學校'], 会議: ['會議'] }],
    ['ヴァイオリンの音', 'バイオリン', { ヴァイオリン: ['バイオリン'] }],
    ['コンピューターウィルス', 'コンピュータウイルス', { コンピューターウィルス: ['コンピュータウイルス'] }],
    ['12月の値', '十二月の値', { '12月': ['十二月'], 値: ['値'] }],
    ['二十一世紀', '21世紀', { 二十一世紀: ['21世紀'] }],
    ['これは何ですか', 'これは何ですか', {}],
    ['山', '', {}],
  ])('%s in %s', (query, text, expected) => {
    expect(findMatches(query, text)).toEqual(expected)
  })

  const words = [
    '事前学習',
    '学習',
    'モデル',
    'サーバー',
    'サーバ',
    'GPT-3',
    'ＧＰＴ',
    'the',
    'training',
    '12',
    'が',
    'ｶﾞ',
    '𠮷',
    '㍿',
    '。',
    ' ',
    '-',
  ]
  const anyText = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 12 })
    .map((parts) => parts.join(''))

  it('tells places that lie in the text, in order, apart from each other, for any texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (query, text) => {
        const matches = createMatchFinder(query)(text)
        expect(new Set(matches.map(({ term }) => term)).size).toBe(matches.length)
        for (const { spans } of matches) {
          expect(spans.length).toBeGreaterThan(0)
          let last = 0
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThanOrEqual(last)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(text.length)
            last = end
          }
        }
      }),
    )
  })

  it('finds each Latin word where a naive search finds it', () => {
    const word = fc.stringMatching(/^[bcdfg][a-g]{2,4}[bcdfg]$/)
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 20 }), (query, texts) => {
        const text = texts.join(' ')
        const naive = [...text.matchAll(/[a-g]+/g)].filter(([one]) => one === query).map(({ index }) => index)
        expect(createMatchFinder(query)(text).flatMap(({ spans }) => spans.map(({ start }) => start))).toEqual(naive)
      }),
    )
  })
})
