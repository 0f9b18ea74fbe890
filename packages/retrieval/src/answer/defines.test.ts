import { describe, expect, it } from 'vitest'
import { defines } from './defines.js'

describe('defines', () => {
  it.each([
    ['基盤モデル（foundation model）とは、幅広いデータで学習されたモデルの総称である。', '基盤モデル'],
    ['Whisperは、音声を文字に起こすモデルである。', 'Whisper'],
    ['創薬のためのソフトウェア プラットフォームである BioNeMo は、モデルの展開を助けます。', 'BioNeMo'],
    ['この仕組みをA$&Bと呼ぶ。', 'A$&B'],
    ['MegaMolBART is a generative chemistry model.', 'MegaMolBART'],
    ['A vision transformer (ViT) is a model for images.', 'vision transformer'],
  ])('finds that %s defines %s', (sentence, subject) => {
    expect(defines(sentence, [subject])).toBe(true)
  })

  it.each([
    ['研究者は、NVIDIA BioNeMo の基盤モデルを使って、タンパク質を生成しました。', 'BioNeMo'],
    ['この論文の第三章で、著者は転移学習と基盤モデルを比べた。', '基盤モデル'],
    ['継続事前学習とは、分野の文章でさらに学習することである。', '事前学習'],
    ['創発と均質化とは、二つの概念である。', '均質化'],
    ['この方法をフルファインチューニングと呼ぶ。', 'ファインチューニング'],
    ['He compared it with C++ (2011).', 'c++ (2011)'],
  ])('finds that %s does not define %s', (sentence, subject) => {
    expect(defines(sentence, [subject])).toBe(false)
  })
})
