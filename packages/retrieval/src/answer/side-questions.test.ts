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
    [
      'GatorTronの最大モデルとGatorTronGPTの最大モデルでは、どちらがパラメータが多いですか',
      [
        'GatorTronの最大モデルのパラメータ数はどれくらいですか？',
        'GatorTronGPTの最大モデルのパラメータ数はどれくらいですか？',
      ],
    ],
    ['BERTとCLIP、先に出たのはどっち？', ['BERTはいつ発表されましたか？', 'CLIPはいつ発表されましたか？']],
    ['rinnaとaxは、どちらが先に設立されましたか？', ['rinnaはいつ設立されましたか？', 'axはいつ設立されましたか？']],
    [
      'Midjourneyのオープンベータ開始とCLIPの一般公開はどちらが先でしたか',
      ['Midjourneyのオープンベータ開始はいつですか？', 'CLIPの一般公開はいつですか？'],
    ],
    ['MT-NLGとGPT-3、層が深いのはどっち？', ['MT-NLGの層はどれくらいですか？', 'GPT-3の層はどれくらいですか？']],
    [
      'LaMDAとGPT-3はどちらのほうが大きいモデルですか',
      ['LaMDAの大きさはどれくらいですか？', 'GPT-3の大きさはどれくらいですか？'],
    ],
    [
      'Whisperのsmallとmediumのパラメータ数の違い',
      ['Whisperのsmallのパラメータ数は？', 'Whisperのmediumのパラメータ数は？'],
    ],
    [
      'BERTとGPT-3では、層の数はどれくらい違いますか？',
      ['BERTの層の数はどれくらいですか？', 'GPT-3の層の数はどれくらいですか？'],
    ],
    [
      '使われたGPUの数は、BERTの学習とGPT-3の実験でどう違いますか？',
      ['使われたGPUの数は、BERTの学習ではどれくらいですか？', '使われたGPUの数は、GPT-3の実験ではどれくらいですか？'],
    ],
    ['東京と大阪ではどちらの人口が多いですか？', ['東京の人口はどれくらいですか？', '大阪の人口はどれくらいですか？']],
    ['GPT-3とBERTはどちらが日本語に強いですか？', ['GPT-3は日本語に強いですか？', 'BERTは日本語に強いですか？']],
    ['How do CLIP and Detic differ?', ['What is CLIP?', 'What is Detic?']],
    ['Which was released first, CLIP or Detic?', ['When was CLIP released?', 'When was Detic released?']],
    [
      'Which has more parameters, GPT-3 or BERT?',
      ['How many parameters does GPT-3 have?', 'How many parameters does BERT have?'],
    ],
    ['Which is larger, GPT-3 or BERT?', ['How large is GPT-3?', 'How large is BERT?']],
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
    expect(sides('DDIMを使うとDDPMに比べて何倍速くなりますか')).toEqual([])
    expect(sides('基盤モデルとは何ですか？')).toEqual([])
  })

  it('names in each what it asks about, and no name that only stands inside it', () => {
    const names = (text: string) => sideQuestions(analyzeQuestion(text)).map((side) => side.names)
    expect(names('GatorTronとGatorTronGPTのパラメータ数の違いは？')).toEqual([['GatorTron'], ['GatorTronGPT']])
  })
})
