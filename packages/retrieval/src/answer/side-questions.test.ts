import { describe, expect, it } from 'vitest'
import { analyzeQuestion } from '../question/analyze-question.js'
import { sideQuestions } from './side-questions.js'

describe('sideQuestions', () => {
  it('asks once for each side of a comparison', () => {
    const sides = sideQuestions(analyzeQuestion('GPT-3とBERTのパラメータ数の違いは？'))
    expect(sides.map(({ names }) => names)).toEqual([['GPT-3'], ['BERT']])
    for (const { text } of sides) expect(text).toContain('パラメータ')
  })

  it('leaves every other question alone', () => {
    expect(sideQuestions(analyzeQuestion('GPT-3のパラメータ数は？'))).toEqual([])
    expect(sideQuestions(analyzeQuestion('基盤モデルとは何ですか？'))).toEqual([])
  })
})
