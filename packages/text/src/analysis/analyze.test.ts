import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { canonicalTerm } from '../normalization/canonical-term.js'
import { normalizeWithMap } from '../normalization/normalize-with-map.js'
import { createSpelling } from '../spelling/create-spelling.js'
import { analyze } from './analyze.js'
import { analyzerVersion } from './analyzer-version.js'
import { createAnalyzer } from './create-analyzer.js'

const terms = (text: string, kind: 'word' | 'bigram') =>
  analyze(text)
    .filter((term) => term.kind === kind)
    .map(({ term }) => term)

describe('words', () => {
  it.each([
    ['GPT-3は1,750億個', ['gpt3', 'gpt', '3', '1750', '億', '個']],
    ['5,300億', ['5300', '億']],
    ['a 1.5B model', ['a', '1.5b', '1.5', 'b', 'model']],
    ['ＧＰＴ－３', ['gpt3', 'gpt', '3']],
    ['GPT3', ['gpt3', 'gpt', '3']],
    ['DALL·E 2', ['dalle', 'dall', 'e', '2']],
    ['StableDiffusion', ['stablediffusion', 'stable', 'diffusion']],
    ['OpenAI', ['openai']],
    ['ニューラルネットワーク', ['ニュラルネットワク', 'ニュー', 'ネットワク']],
    ['ｶﾞﾝﾏ線', ['ガンマ線']],
    ['pre-training of models', ['pretraining', 'pre', 'training', 'of', 'model']],
    ['C++ and C#', ['c++', 'and', 'c#']],
    ['牛の耳', ['牛', '耳']],
    ['「」… — 😀', []],
    ['a-b-c-d-e-f-g', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ['한국어 модель', ['한국어', 'модель']],
    ['x'.repeat(101), []],
  ])('of %j', (text, expected) => {
    expect(terms(text, 'word')).toEqual(expected)
  })

  it('of both spellings meet', () => {
    const shares = (a: string, b: string) => terms(a, 'word').some((term) => terms(b, 'word').includes(term))
    expect(shares('プレトレーニング', 'ﾌﾟﾚﾄﾚｰﾆﾝｸﾞ')).toBe(true)
    expect(shares('pretraining', 'pre-training')).toBe(true)
    expect(shares('1750億', '1,750億')).toBe(true)
    expect(shares('DALLE2', 'DALL·E 2')).toBe(true)
    expect(shares('GPUs', 'GPU')).toBe(true)
  })
})

describe('bigrams', () => {
  it.each([
    ['基盤モデル', ['基盤', '盤モ', 'モデ', 'デル']],
    ['牛', []],
    ['AIの力', ['の力']],
    ['ｶﾞｽ', ['ガス']],
    ['𠮷野家', ['吉野', '野家']],
    ['𠀋夫と𠀋', ['𠀋夫', '夫と', 'と𠀋']],
    ['葛\u{e0100}城', ['葛城']],
    ['ダ・ヴィンチ', ['ダビ', 'ビン', 'ンチ']],
    ['英語 English 日本', ['英語', '日本']],
  ])('of %j', (text, expected) => {
    expect(terms(text, 'bigram')).toEqual(expected)
  })
})

describe('offsets', () => {
  it('point into the text as given', () => {
    const text = 'ｶﾞﾝﾏ線とＧＰＴ－３'
    const found = analyze(text).map(({ term, start, end }) => [term, text.slice(start, end)])
    expect(found).toContainEqual(['ガンマ線', 'ｶﾞﾝﾏ線'])
    expect(found).toContainEqual(['ガン', 'ｶﾞﾝ'])
    expect(found).toContainEqual(['gpt3', 'ＧＰＴ－３'])
  })

  it('are in order, valid, and lead back to the term', () => {
    const text = anyText({
      pieces: [
        ...[
          '基盤モデル',
          'を学習',
          'GPT-3',
          '1,750',
          'ﬁne',
          'ｶﾞ',
          'か\u3099',
          'あ\u3099',
          '’s',
          '-',
          '·',
          '.',
          'Models',
        ],
        ...[
          '\ud800',
          '\u00ad',
          'ニューラル',
          '1.5B',
          'é',
          'e\u0301',
          'ヴァ',
          '－',
          '〜',
          '學',
          '十二',
          '年',
          '々',
          'ゞ',
          'ヶ',
          '・',
          '葛\u{e0100}',
        ],
      ],
    })
    fc.assert(
      fc.property(text, (text) => {
        let previous = 0
        for (const { term, kind, start, end } of analyze(text)) {
          if (start < previous || end <= start || end > text.length) return false
          previous = start
          const slice = text.slice(start, end)
          if (kind === 'bigram' && term.match(/\P{M}/gu)?.length !== 2) return false
          if (kind === 'word' && !holdsExpansion(slice) && !leadsTo(slice, term)) return false
        }
        return true
      }),
      { numRuns: 1000 },
    )
  })

  const spelling = createSpelling()
  /** Whether kanji numerals are a number is told by what stands around them. */
  const leadsTo = (slice: string, term: string) =>
    spelling.foldWord(canonicalTerm(spelling.foldText(normalizeWithMap(slice)).text)) === term ||
    /^[\d十二年]+$/.test(term)

  /** One source character can fold to several words (㍿ is 株式会社), each of which has the whole for its span. */
  const holdsExpansion = (slice: string) =>
    [...slice.normalize('NFC')].some((char) => [...char.normalize('NFKC')].length > 1 && char !== 'ﬁ')
})

describe('spellings of one thing', () => {
  const same = (a: string, b: string) => {
    const [left, right] = [analyze(a), analyze(b)].map((found) => found.map(({ term, kind }) => `${kind} ${term}`))
    return left?.join(' ') === right?.join(' ')
  }

  it.each([
    ['サーバー', 'サ－バ－'],
    ['スゴーイ', 'スゴ〜イ'],
    ['コーヒー', 'コーーヒー'],
    ['慶應義塾の學生', '慶応義塾の学生'],
    ['髙橋と山﨑と濵田', '高橋と山崎と浜田'],
    ['十二月二十五日', '12月25日'],
    ['二〇二四年', '2024年'],
    ['昭和四十五年', '昭和45年'],
    ['第三回', '第3回'],
    ['千七百五十億個', '1750億個'],
    ['ヴァイオリン', 'バイオリン'],
    ['ウィルス', 'ウイルス'],
    ['メイク', 'メーク'],
    ['ダイヤ', 'ダイア'],
    ['ビルヂング', 'ビルジング'],
    ['いすゞ', 'いすず'],
    ['ＧＰＴ－３', 'gpt-3'],
    ['ｻｰﾊﾞｰ', 'サーバー'],
  ])('%j is %j', (a, b) => {
    expect(same(a, b)).toBe(true)
  })

  it.each([
    ['サーバ', 'サーバー'],
    ['コンピュータ', 'コンピューター'],
    ['ディジタル', 'デジタル'],
    ['アイディア', 'アイデア'],
    ['データベース', 'データベス'],
    ['人々', '人人'],
  ])('%j shares a term with %j', (a, b) => {
    const others = new Set(analyze(b).map(({ term, kind }) => `${kind} ${term}`))
    expect(analyze(a).some(({ term, kind }) => others.has(`${kind} ${term}`))).toBe(true)
  })

  it.each([
    ['ビル', 'ビール'],
    ['一般', '1般'],
    ['三重県と四国', '3重県と4国'],
    ['万葉集', '万葉'],
    ['モデル-学習', 'モデルー学習'],
    ['1〜3', '1ー3'],
  ])('%j is not %j', (a, b) => {
    expect(same(a, b)).toBe(false)
  })

  it('point to the spelling as given', () => {
    const text = '２〇二四年の學校とサ－バ－と第十二回ダ・ヴィンチ展'
    const at = (term: string) => analyze(text).filter((found) => found.term === term)
    const slice = (term: string) => at(term).map(({ start, end }) => text.slice(start, end))
    expect(slice('学校')).toEqual(['學校', '學校'])
    expect(slice('サーバ')).toEqual(['サ－バ－'])
    expect(slice('12')).toEqual(['十二'])
    expect(slice('ダビ')).toEqual(['ダ・ヴィ'])
  })

  it('is left out where an analyser is told so', () => {
    const plain = createAnalyzer({ without: ['oldKanji', 'numerals'] })
    expect(plain('學校').map(({ term }) => term)).toContain('學校')
    expect(plain('十二月').map(({ term }) => term)).toContain('十二')
    expect(plain('サーバー').map(({ term }) => term)).toContain('サーバ')
  })
})

it('names its version with that of the dictionary', () => {
  expect(analyzerVersion).toMatch(/^\d+-icu\d+$/)
})
