import { describe, expect, it } from 'vitest'
import { findDefined } from './find-defined.js'

describe('findDefined', () => {
  it.each<[string, string[]]>([
    ['エッジ推論とは', ['エッジ推論']],
    ['AIの話で出てくる「均質化」とはどういう意味でしょうか', ['均質化']],
    ['拡散モデルってどういうものか教えて', ['拡散モデル']],
    ['ハルシネーションの意味を教えてください', ['ハルシネーション']],
    ['最近よく聞く基盤モデルとは何ですか', ['基盤モデル']],
    ['自己教師あり学習って何？', ['自己教師あり学習']],
    ['おにぎりとは', ['おにぎり']],
    ['MidjourneyのWeb版とは何？', ['MidjourneyのWeb版', 'Web版']],
    ['What is the Vision Transformer?', ['Vision Transformer']],
    ['What does RLHF mean?', ['RLHF']],
    ['いつですか？', []],
  ])('%s', (question, defined) => {
    expect(findDefined(question)).toEqual(defined)
  })
})
