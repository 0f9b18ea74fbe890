import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { createSynonyms } from './create-synonyms.js'

const names = (groups: string[][]) => groups.map((names) => ({ names }))
const findNames = (text: string, groups: string[][] = []) =>
  createSynonyms({ groups: names(groups) })
    .find(text)
    .map((synonym) => [text.slice(synonym.start, synonym.end), synonym.text])
const toHiragana = (text = '') =>
  text.normalize('NFKC').replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
/** Less the words in the other kana. */
const find = (text: string, groups: string[][] = []) =>
  findNames(text, groups).filter(([written, name]) => toHiragana(written) !== toHiragana(name))

describe('by groups', () => {
  it.each([
    ['日銀の総裁', [['日銀', '日本銀行']], [['日銀', '日本銀行']]],
    ['ＣＤの容量', [['cd', 'コンパクト・ディスク']], [['ＣＤ', 'コンパクト・ディスク']]],
    ['コンパクトディスクの容量', [['盤', 'コンパクト・ディスク']], [['コンパクトディスク', '盤']]],
    ['コンパクト・ディスクの容量', [['盤', 'コンパクトディスク']], [['コンパクト・ディスク', '盤']]],
    ['a Slow Ballad here', [['slow ballad', '歌']], [['Slow Ballad', '歌']]],
    ['サーバの設定', [['サーバー', '鯖']], [['サーバ', '鯖']]],
    ['スロー・バラードを', [['スローバラード', '歌']], [['スロー・バラード', '歌']]],
    ['東横映畫の作品', [['東横映画', '東映の前身']], [['東横映畫', '東映の前身']]],
    ['a slow-ballad here', [['slowballad', '歌']], [['slow-ballad', '歌']]],
  ])('in %j', (text, groups, expected) => {
    expect(find(text, groups).filter(([, name]) => groups.flat().includes(name ?? ''))).toEqual(expected)
  })

  it('finds whole words only', () => {
    expect(find('ハーレムの歴史', [['レム', '夢']])).toEqual([])
    expect(find('embedder', [['bed', '寝床']])).toEqual([])
    expect(find('1234', [['23', '二十三']])).toEqual([])
    expect(find('東京都民', [['京都', '古都']])).toEqual([])
  })

  it('takes the longest name', () => {
    const groups = [
      ['日本', 'Japan'],
      ['日本銀行', '日銀'],
    ]
    expect(find('日本銀行の役割', groups)).toEqual([['日本銀行', '日銀']])
    expect(find('日本の銀行', groups)).toEqual([['日本', 'Japan']])
  })

  it('brings ambiguous names but does not look for them, at the weight of the group', () => {
    const { find } = createSynonyms({ groups: [{ names: ['全日本柔道連盟'], ambiguous: ['全柔'], weight: 0.3 }] })
    expect(find('全日本柔道連盟の選手')).toEqual([{ text: '全柔', weight: 0.3, start: 0, end: 7 }])
    expect(find('全柔の予定')).toEqual([])
  })

  it('joins the groups that share a name', () => {
    expect(
      find('機械学習とは', [
        ['機械学習', 'マシンラーニング'],
        ['機械学習', 'machine learning'],
      ]),
    ).toEqual([
      ['機械学習', 'マシンラーニング'],
      ['機械学習', 'machine learning'],
    ])
  })

  it('leaves out names that hold the one found, and shares a weight among the words of a name', () => {
    const groups = [
      { names: ['フランス', 'フランス共和国', 'France'] },
      { names: ['国連', '国際連合', 'United Nations'], weight: 0.5 },
    ]
    const { find } = createSynonyms({ groups })
    expect(find('フランスの国連大使').map(({ text, weight }) => [text, weight])).toEqual([
      ['France', 0.8],
      ['ふらんす', 0.8],
      ['国際連合', 0.5],
      ['United Nations', 0.25],
    ])
  })
})

describe('by the other kana', () => {
  it.each([
    ['りんごの産地', ['リンゴノ']],
    ['リンゴの産地', ['りんご']],
    ['使われているのは', []],
    ['いつですか', []],
  ])('in %j', (text, expected) => {
    expect(findNames(text).map(([, name]) => name)).toEqual(expected)
  })
})

describe('by the names of letters', () => {
  it.each([
    ['GPTとは', ['ジーピーティー']],
    ['ジーピーティーとは', ['GPT']],
    ['ジーピーティースリーの大きさ', ['GPT3']],
    ['HTMLとは', ['エイチティーエムエル', 'エッチティーエムエル']],
    ['aiは何か', ['エーアイ']],
    ['ｴｰｱｲは何か', ['AI']],
    ['ビーアートとは', []],
    ['アイスとは', []],
    ['これは it です', []],
    ['what is ai', []],
    ['What is AI', ['エーアイ']],
    ['OpenAIの製品', []],
  ])('in %j', (text, expected) => {
    expect(find(text).map(([, name]) => name)).toEqual(expected)
  })
})

it('gives spans inside the text, in order, and never what stands there already', () => {
  const pieces = [
    'ジーピーティー',
    'GPT',
    '-3',
    '日銀',
    '日本',
    '銀行',
    'ＣＤ',
    '・',
    ' ',
    'が',
    'ｶﾞ',
    '\u00ad',
    '\u0301',
    '😀',
  ]
  const { find } = createSynonyms({
    groups: names([
      ['日銀', '日本銀行'],
      ['CD', 'コンパクトディスク', 'compact disc'],
      ['日本', 'にっぽん'],
    ]),
  })
  fc.assert(
    fc.property(anyText({ pieces }), (text) => {
      let previous = 0
      for (const { start, end, text: name, weight } of find(text)) {
        if (start < previous || end <= start || end > text.length || weight > 1 || weight <= 0) return false
        if (text.slice(start, end) === name) return false
        previous = start
      }
      return true
    }),
    { numRuns: 500 },
  )
})
