import { describe, expect, it } from 'vitest'
import { analyzeQuestion } from './analyze-question.js'

describe('analyzeQuestion', () => {
  it.each([
    ['基盤モデルとは何ですか？', 'definition', 'ja'],
    ['BERTとは？', 'definition', 'ja'],
    ['均質化って何？', 'definition', 'ja'],
    ['What is BioNeMo?', 'definition', 'en'],
    ['GPT-3とBERTのパラメータ数の違いは？', 'comparison', 'ja'],
    ['How do CLIP and Detic differ?', 'comparison', 'en'],
    ['基盤モデルのリスクにはどのようなものがありますか？', 'list', 'ja'],
    ['GPT-3は公開されていますか？', 'yes-no', 'ja'],
    ['Is YOLOX anchor-free?', 'yes-no', 'en'],
    ['BERTとCLIP、先に出たのはどっち？', 'comparison', 'ja'],
    ['Which is larger, GPT-3 or BERT?', 'comparison', 'en'],
    ['CLIPとはどんなモデルですか？', 'definition', 'ja'],
    ['PaDiMとは何か教えてください。', 'definition', 'ja'],
    ['ハルシネーションの意味を教えてください', 'definition', 'ja'],
    ['Stable Diffusionを構成する三つの部品', 'list', 'ja'],
    ['Weidingerらは言語モデルの害をどんな領域に分けましたか', 'list', 'ja'],
    ['Whisperだけで誰が話したかを見分けられますか', 'yes-no', 'ja'],
    ['GPT-3の重みは誰でもダウンロードできますか？', 'yes-no', 'ja'],
    ['DALL·E 2は文字を描くのが得意？', 'yes-no', 'ja'],
    ['Word2Vecって何年に出たんですか', 'fact', 'ja'],
    ['What is the boiling point of ethanol?', 'fact', 'en'],
    ['GPT-3のパラメータ数はいくつですか？', 'fact', 'ja'],
    ['How many languages can Whisper recognize?', 'fact', 'en'],
  ])('%s is a %s question in %s', (text, kind, language) => {
    expect(analyzeQuestion(text)).toMatchObject({ kind, language })
  })

  it('tells what a question names from what it asks', () => {
    const { names, terms } = analyzeQuestion('GatorTronのパラメータ数はいくつですか？')
    expect(names).toContain('GatorTron')
    expect(terms.some((term) => term.includes('パラメータ'))).toBe(true)
    expect(terms.some((term) => /いくつ|です/.test(term))).toBe(false)
  })
})
