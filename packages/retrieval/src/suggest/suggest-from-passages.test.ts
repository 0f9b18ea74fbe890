import { describe, expect, it } from 'vitest'
import { makePassage } from '../fixtures/make-passage.js'
import { suggestFromPassages } from './suggest-from-passages.js'

const suggest = (texts: readonly string[], language: 'ja' | 'en' = 'ja', count = 3) =>
  suggestFromPassages({ passages: texts.map((text, i) => makePassage(i, { text, language })), language, count })

describe('suggestFromPassages', () => {
  it('asks what the passages define, each once, in their order', () => {
    expect(
      suggest([
        '前置きの文。BERT（Bidirectional）とは、言語モデルである。',
        '「創発」とは予期しない能力のことだ。',
        'BERTとは言語モデルだ。',
      ]),
    ).toEqual(['BERTとは何ですか？', '創発とは何ですか？'])
    expect(suggest(['Whisper is a speech model. It is an open one.'], 'en')).toEqual(['What is Whisper?'])
  })

  it.each([
    'これとは別の文。',
    'それとは異なり、速い。',
    'AとBとは違う。',
    'いつも速いとは限らない。',
    'AI画像が受賞したことは話題になった。',
    'とは、と言う。',
    '何も定義しない文。',
    '',
  ])('asks nothing of %j', (text) => {
    expect(suggest([text])).toEqual([])
  })

  it('stops at the number wanted', () => {
    expect(suggest(['甲とは、一である。乙とは、二である。', '丙とは、三である。'], 'ja', 2)).toHaveLength(2)
  })
})
