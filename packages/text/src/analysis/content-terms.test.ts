import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import { contentTerms } from './content-terms.js'

it.each([
  ['基盤モデルとは何ですか？', ['基盤モデル']],
  ['自己教師あり学習について教えてください', ['自己教師あり学習']],
  ['GPT-3のパラメータ数はどのくらいですか', ['gpt-3', 'パラメータ数']],
  ['What is the difference between Stable Diffusion and DALL·E 2?', ['difference', 'stable diffusion', 'dall·e 2']],
  ['How many parameters does GPT-3 have?', ['parameters', 'gpt-3']],
  ['Stable Diffusion の学習にはいくらかかりましたか', ['stable diffusion', '学習']],
  ['埋め込み表現と振る舞いの違いを説明してください', ['埋め込み表現', '振る舞い', '違い']],
  ['ニューラル ネットワークの重み付けとは', ['ニューラル ネットワーク', '重み付け']],
  ['学習済みモデルで画像を高速に生成するにはどうすればいいですか', ['学習済みモデル', '画像', '高速', '生成']],
  ['ひまわりやりんごの画像は何枚使われましたか', ['ひまわり', 'りんご', '画像', '使']],
  ['ラベルなしデータの組み合わせ', ['ラベルなしデータ', '組み合わせ']],
  ['1 兆語と 1,750 億個', ['1 兆語', '1,750 億個']],
  ['誰がBERTを開発したのですか', ['bert', '開発']],
  ['ｸﾗｳﾄﾞとＧＰＴ－４', ['クラウド', 'gpt-4']],
  ['スティーブ・ジョブズの会社は？', ['スティーブ・ジョブズ', '会社']],
  ['この研究者は誰ですか', ['研究者']],
  ['それは何故ですか', []],
  ['とはいえ、これはどういうことでしょうか', []],
  ['What is it?', []],
  ['Tell me about NVIDIA Omniverse, please.', ['nvidia omniverse']],
  ['large language models', ['large', 'language', 'models']],
])('keeps the content of %j', (question, expected) => {
  expect(contentTerms(question).map(({ term }) => term)).toEqual(expected)
})

it('gives spans in order, apart, that fold to their terms', () => {
  const text = anyText({
    pieces: [
      ...[
        '基盤モデル',
        'とは何',
        'を学習した',
        'GPT-3',
        ' ',
        '使われる',
        '組み合わせ',
        'ひまわり',
        'ﬁne',
        'ｶﾞ',
        '1,750',
        'The',
      ],
      ...['・', 'あり', '込み', 'C++', '\ud800'],
    ],
  })
  fc.assert(
    fc.property(text, (text) => {
      let previous = 0
      for (const { term, kind, start, end } of contentTerms(text)) {
        // Terms that came of one source character share its span.
        if (kind !== 'word' || start < previous || end <= start || end > text.length) return false
        if (!normalizeWithMap(text.slice(start, end)).text.includes(term)) return false
        previous = start
      }
      return true
    }),
    { numRuns: 500 },
  )
})
