import { describe, expect, it } from 'vitest'
import { makeGeneration } from '../fixtures/make-generation.js'
import { makePassage } from '../fixtures/make-passage.js'
import { proposeQuestions } from './propose-questions.js'

const passages = [
  makePassage(0, { title: 'BERT', text: 'BERTとは、言語モデルである。BERTは2018年10月に発表された。' }),
  makePassage(1, {
    documentId: 'd0',
    title: 'BERT',
    index: 1,
    headingPath: ['学習の課題'],
    text: 'BERTの学習は、次の二つの課題からなる。\n\n穴を埋める。\n次の文を当てる。',
  }),
  makePassage(2, { documentId: 'd0', title: 'BERT', index: 2, text: 'BERT-Largeは3億4,000万個のパラメータを持つ。' }),
  makePassage(3, { title: 'GPT-3', index: 1, text: 'GPT-3は1,750億個のパラメータを持つ。' }),
]
const propose = (language: 'ja' | 'en') => proposeQuestions({ generation: makeGeneration(passages), language })

describe('proposeQuestions', () => {
  it('asks in several ways, and says which words an answer has to quote', async () => {
    const proposals = await propose('ja')
    expect(proposals.map(({ kind, question }) => [kind, question])).toEqual([
      ['definition', 'BERTとは何ですか？'],
      ['date', 'BERTはいつ発表されましたか？'],
      ['number', 'BERT-Largeのパラメータはいくつですか？'],
      ['number', 'GPT-3のパラメータはいくつですか？'],
      ['comparison', 'BERT-LargeとGPT-3のパラメータはどう違いますか？'],
      ['list', 'BERTの学習の課題には何がありますか？'],
    ])
    for (const { seeds } of proposals)
      for (const { documentId, start, end } of seeds) {
        const passage = passages.find((one) => one.documentId === documentId && start >= one.start && end <= one.end)
        expect(passage).toBeDefined()
      }
    expect(proposals.find(({ kind }) => kind === 'comparison')?.seeds.map(({ documentId }) => documentId)).toEqual([
      'd0',
      'd3',
    ])
  })

  it('asks in English of what has a name in Latin letters', async () => {
    expect((await propose('en')).map(({ question }) => question)).toEqual([
      'What is BERT?',
      'When was BERT announced?',
      'How many parameters does BERT-Large have?',
      'How many parameters does GPT-3 have?',
      'How does the number of parameters differ between BERT-Large and GPT-3?',
    ])
  })

  it('is the same for the same generation', async () => expect(await propose('ja')).toEqual(await propose('ja')))
})
