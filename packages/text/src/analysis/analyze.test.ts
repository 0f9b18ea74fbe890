import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { canonicalTerm } from '../normalization/canonical-term.js'
import { analyze } from './analyze.js'
import { analyzerVersion } from './analyzer-version.js'

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
    ['ニューラルネットワーク', ['ニューラルネットワーク', 'ニュー', 'ネットワーク']],
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
    ['𠮷野家', ['𠮷野', '野家']],
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
        ...['\ud800', '\u00ad', 'ニューラル', '1.5B', 'é', 'e\u0301'],
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
          if (kind === 'word' && !holdsExpansion(slice) && canonicalTerm(slice) !== term) return false
        }
        return true
      }),
      { numRuns: 1000 },
    )
  })

  /** One source character can fold to several words (㍿ is 株式会社), each of which has the whole for its span. */
  const holdsExpansion = (slice: string) =>
    [...slice.normalize('NFC')].some((char) => [...char.normalize('NFKC')].length > 1 && char !== 'ﬁ')
})

it('names its version with that of the dictionary', () => {
  expect(analyzerVersion).toMatch(/^\d+-icu\d+$/)
})
