import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { findNegations } from './find-negations.js'

const found = (text: string) => findNegations(text).map(({ text, target }) => [text, target?.text ?? null])

describe('findNegations', () => {
  it.each<[string, string[]]>([
    ['GPT-3の重みは一般には配布されていない。', ['配布']],
    ['分類ラベルを人手で付ける作業は要らない。', ['要']],
    ['すべての言語に対応していません。', ['対応']],
    ['重みを更新せず、例だけを使う。', ['更新']],
    ['構造は公開されておらず、重みも配布されていません。', ['公開', '配布']],
    ['例を示さず、指示だけを与える。', ['示']],
    ['これは生成モデルではない。', ['生成モデル']],
    ['これは生成モデルではありません。', ['生成モデル']],
    ['再学習なしにこなす。', ['再学習']],
    ['誤りが完全になくなるわけではありません。', ['完全']],
    ['今は使われなくなった。', ['使']],
    ['必ず成功するとは限りません。', ['成功']],
    ['故障以外のすべてが対象である。', ['故障']],
    ['会長への就任を断った。', ['就任']],
    ['退任するとの報道を否定した。', ['退任']],
    ['地震は対象外である。', ['地震']],
    ['It covers everything except water.', ['water']],
    ['生成モデルではなくなった。', ['生成モデル']],
    ['重みは非公開である。', ['公開']],
    ['The weights are not released.', ['released']],
    ["It doesn't support Japanese.", ['support']],
    ['It works without retraining.', ['retraining']],
    ['The model has no decoder.', ['decoder']],
    ['It is non-commercial.', ['commercial']],
  ])('finds what %j denies', (text, targets) => {
    expect(found(text).map(([, target]) => target)).toEqual(targets)
  })

  it.each([
    '調整しなければならない。',
    '画像だけでなく文章も扱う。',
    '対応できないわけではない。',
    '必ず確認する。まず、はじめる。わずかに上がる。二つずつ並ぶ。',
    '計算量が少ない。位置がずれると下がる。',
    '非常に大きい。未来の話。',
    '誤りは一つにすぎない。影響するかもしれない。',
    '二種類しかない。',
    '学習には欠かせない。',
    '誤りは完全になくなります。手間をなくす。在庫がなくなった。',
    'It is not only fast but small.',
    'No less than 10 models were compared.',
    '',
  ])('finds nothing denied in %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('gives spans of the source for any text', () => {
    const text = anyText({ pieces: ['ない', 'ません', 'ず', '使わ', '非', 'not ', 'no ', 'GPT', '、', '。', 'なし'] })
    fc.assert(
      fc.property(text, (text) =>
        findNegations(text).every(
          ({ start, end, text: slice, target }) =>
            text.slice(start, end) === slice && (!target || text.slice(target.start, target.end) === target.text),
        ),
      ),
      { numRuns: 500 },
    )
  })
})
