import { describe, expect, it } from 'vitest'
import { readStatements } from './read-statements.js'

const read = (sentence: string, title = 'BERT', language: 'ja' | 'en' = 'ja') =>
  readStatements({ sentence, language, title })

describe('readStatements', () => {
  it.each([
    [
      'BERTは2018年10月にGoogleの研究者Jacob Devlinらが発表し、論文は2019年の国際会議に採録された。',
      { kind: 'date', subject: 'BERT', verb: '発表' },
    ],
    ['CLIP（Contrastive）は、2021年1月に公開された。', { kind: 'date', subject: 'CLIP', verb: '公開' }],
    [
      'BERT-Baseは12層で約1億1,000万個のパラメータを持つ。',
      { kind: 'count', subject: 'BERT-Base', counted: 'パラメータ', isWhole: false },
    ],
    ['BERTの最大の長さは512トークンである。', { kind: 'measure', subject: 'BERTの最大', measured: '長さ' }],
    ['BERTの語彙数は約3万語だった。', { kind: 'measure', subject: 'BERT', measured: '語彙数' }],
  ])('reads %s', (sentence, statement) => expect(read(sentence)).toEqual([statement]))

  it('reads a definition that tells both', () => {
    expect(
      read('GPT-3（3）とは、OpenAIが2020年5月に論文で発表した、1,750億個のパラメータを持つ言語モデルである。', 'GPT-3'),
    ).toMatchObject([
      { kind: 'date', verb: '発表' },
      { kind: 'count', subject: 'GPT-3', counted: 'パラメータ' },
    ])
  })

  it.each([
    'OpenAIは2022年11月にChatGPTを公開した。',
    'これは2018年に公開された。',
    '論文では、2018年に公開された手法を使う。',
    'BERTは2018年に公開された手法を超えなかった。',
    'BERTは双方向である。',
    'BERTには1億個のパラメータがある。',
    '天気は2018年に発表された。',
    '',
  ])('reads nothing in %j', (sentence) => expect(read(sentence)).toEqual([]))

  it('reads English', () => {
    expect(read('Whisper was released by OpenAI in September 2022.', 'Whisper', 'en')).toEqual([
      { kind: 'date', subject: 'Whisper', verb: 'released' },
    ])
    expect(read('The Vision Transformer has 86 million parameters and 12 layers.', 'ViT', 'en')).toMatchObject([
      { kind: 'count', counted: 'parameters' },
    ])
    expect(read('It was released in 2022.', 'Whisper', 'en')).toEqual([])
  })
})
