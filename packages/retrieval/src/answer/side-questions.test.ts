import { describe, expect, it } from 'vitest'
import { analyzeQuestion } from '../question/analyze-question.js'
import { sideQuestions } from './side-questions.js'

const sides = (text: string) => sideQuestions(analyzeQuestion(text)).map((side) => side.text)

describe('sideQuestions', () => {
  it.each([
    ['GPT-3とBERTのパラメータ数の違いは？', ['GPT-3のパラメータ数は？', 'BERTのパラメータ数は？']],
    [
      'DALL·E 2のデコーダとStable Diffusion v1のU-Netを、パラメータ数で比べてください。',
      ['DALL·E 2のデコーダのパラメータ数は？', 'Stable Diffusion v1のU-Netのパラメータ数は？'],
    ],
    [
      'CLIPとWhisperは、それぞれどれくらいの量のデータで学習しましたか？',
      ['CLIPはどれくらいの量のデータで学習しましたか？', 'Whisperはどれくらいの量のデータで学習しましたか？'],
    ],
    ['BERTとGPT-3はどう違いますか？', ['BERTとは何ですか？', 'GPT-3とは何ですか？']],
    ['How do CLIP and Detic differ?', ['What is CLIP?', 'What is Detic?']],
  ])('asks once for each side of %s', (text, expected) => {
    expect(sides(text)).toEqual(expected)
  })

  it('knows what each side is about', () => {
    expect(sideQuestions(analyzeQuestion('GPT-3とBERTのパラメータ数の違いは？')).map(({ names }) => names)).toEqual([
      ['GPT-3'],
      ['BERT'],
    ])
  })

  it('leaves every other question alone', () => {
    expect(sides('GPT-3のパラメータ数は？')).toEqual([])
    expect(sides('基盤モデルとは何ですか？')).toEqual([])
  })
})
