import { describe, expect, it } from 'vitest'
import { analyzeQuestion } from './analyze-question.js'
import { splitQuestion } from './split-question.js'

const split = (text: string) => splitQuestion(analyzeQuestion(text)).map((part) => part.text)

describe('splitQuestion', () => {
  it.each([
    [
      'BERTはいつ発表されましたか？また、開発したのは誰ですか？',
      ['BERTはいつ発表されましたか？', 'BERTの開発したのは誰ですか？'],
    ],
    [
      'T5のパラメータ数と、事前学習に使ったデータの名前は？',
      ['T5のパラメータ数は？', 'T5の事前学習に使ったデータの名前は？'],
    ],
    ['Who made BERT, and when was it released?', ['Who made BERT?', 'when was it released (BERT)?']],
  ])('%s asks for two things', (text, parts) => {
    expect(split(text)).toEqual(parts)
  })

  it.each([
    'BERTはいつ発表されましたか？',
    'GPT-3とBERTの違いは何ですか？',
    'LINEでおしゃべりするAIについて知りたい。いつ始まった？',
    '名前と、住所。',
    'What is the difference between BERT and GPT-3?',
    '',
  ])('%j asks for one', (text) => {
    expect(split(text)).toEqual([])
  })
})
