import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { extractText } from './extract-text.js'

const uri = 'file:///articles/%E6%A6%82%E8%A6%81%20100%25.txt'
const extract = (text: string) => extractText({ text, uri })
const headings = (text: string) => {
  const document = extract(text)
  return document.blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end }) => document.text.slice(start, end))
}
const paragraph = '大量のデータから学習することで、高い汎化性能を獲得したモデルのことを指します。'

describe('title', () => {
  it('is the first line when it is short', () => {
    expect(extract(`基盤モデルとは?\n\n${paragraph}`).title).toBe('基盤モデルとは?')
  })
  it('is the file name, decoded, when the text begins with a sentence', () => {
    expect(extract(paragraph).title).toBe('概要 100%')
  })
  it('is the one that is given, and the first line stays a paragraph', () => {
    const document = extractText({ text: `概要\n${paragraph}`, uri, title: 'BERT' })
    expect(document.title).toBe('BERT')
    expect(extractText({ text: `BERT\n本文です。`, uri, title: 'BERT' }).blocks[0]?.kind).toBe('heading')
  })
  it('keeps a text of one line as a paragraph', () => {
    expect(extract('東京は日本の首都').blocks.map(({ kind }) => kind)).toEqual(['paragraph'])
  })
})

describe('headings', () => {
  it('are found with and without blank lines', () => {
    const plain = `題名\n前書きの文です。\n基盤モデルの概要\n${paragraph}\nWhisper\n${paragraph}\nDALLE2, Stable Diffusion\n${paragraph}`
    const spaced = plain.replaceAll('\n', '\n\n')
    expect(headings(plain)).toEqual(['題名', '基盤モデルの概要', 'Whisper', 'DALLE2, Stable Diffusion'])
    expect(headings(spaced)).toEqual(headings(plain))
  })

  it.each([
    '投稿者: Rick Merritt',
    '2021年4月1日',
    '2021-04-01 10:30',
    'https://example.com/article',
    '問い合わせは info@example.com まで',
    '「これは会話です」',
    'お世話になっております',
    '次のように述べています',
    'それは昨日のことでした',
    '東京、大阪、',
    '・箇条書きの項目',
    '- an item',
    '1. first item',
    '12,800',
    '……',
    '図の説明です。',
    'ご確認ください',
    'and continues in lower case',
    'Dear Ms. Smith,',
    'This is a whole sentence.',
    '| a | b |',
  ])('are never made of %s', (line) => {
    expect(headings(`題名\n\n${paragraph}\n\n${line}\n\n${paragraph}`)).toEqual(['題名'])
  })

  it('need running text after them', () => {
    expect(headings(`題名\n\n${paragraph}\n\n最後の短い行`)).toEqual(['題名'])
    expect(headings(`題名\n${paragraph}\nエッジ端末の処理性能\n今後の展望\n${paragraph}`)).toEqual([
      '題名',
      '今後の展望',
    ])
  })

  it('do not begin in the middle of a sentence', () => {
    expect(headings(`題名\n${paragraph}\nこの文はまだ途中で\n次の行へ\n${paragraph}`)).toEqual(['題名'])
  })

  it('may be numbered', () => {
    expect(headings(`題名\n\n第1章 総論\n\n1.1 背景\n\n${paragraph}`)).toEqual(['題名', '第1章 総論', '1.1 背景'])
  })
})

describe('lines', () => {
  it('joins what was broken to fit a width, in English and in Japanese', () => {
    const english =
      'A Title\n\nFoundation models are trained on broad data at scale and are adaptable\nto a wide range of downstream tasks. They are named so to underscore\ntheir critically central yet incomplete character.\n'
    const document = extract(english)
    expect(document.text).toBe(
      'A Title\n\nFoundation models are trained on broad data at scale and are adaptable to a wide range of downstream tasks. They are named so to underscore their critically central yet incomplete character.',
    )
    expect(document.blocks[1]?.source).toEqual({ start: 9, end: english.length - 1 })
    const japanese =
      '基盤モデルとは、大量のデータから学習することで高い汎化性能を獲得\nした人工知能のことである。スタンフォード大学の研究者らが提唱した\n概念であり、さまざまな課題に応用される。'
    expect(extract(japanese).text).toBe(japanese.replaceAll('\n', ''))
  })

  it('leaves lines that are paragraphs or items alone', () => {
    const text = `買い物\n\n次の物を買う。\n  • 牛乳\n  • 卵\n    - 六個入り\n① 最初`
    const document = extract(text)
    expect(document.text).toBe(text)
    expect(document.blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 1],
      ['paragraph', undefined],
      ['list-item', 1],
      ['list-item', 1],
      ['list-item', 2],
      ['list-item', 1],
    ])
  })

  it('maps every block to its source', () => {
    const text = `\n\n  題名\n\n\n本文です。  \n次の段落です。\n\n`
    const document = extract(text)
    for (const { start, end, source } of document.blocks)
      expect(text.slice(source?.start, source?.end)).toBe(document.text.slice(start, end))
  })

  it('takes a line of a megabyte', () => {
    const document = extract('あいうえお。'.repeat(180_000))
    expect(document.blocks).toHaveLength(1)
  })
})

describe.skipIf(!existsSync('../shared/corpus/seeds'))('real articles', () => {
  const read = (name: string) => readFileSync(path.join('../shared/corpus/seeds', name), 'utf8')
  it('finds the headings of an article with blank lines', () => {
    expect(headings(read('000_64782014456eb9df.txt'))).toEqual([
      '基盤モデルとは?',
      '基盤モデルの定義',
      'ラベルはなく、チャンスはたくさんある',
      'AI の創発と均質化',
      '基盤モデルの歴史',
      'テキストから画像へ',
      '数十種類のモデルを使用',
      'クラウドにおける基盤',
      'スタートアップ企業も牽引役',
      'ヘルスケアのためのプラットフォーム',
      'ビジネスのための AI 基盤',
    ])
  })
  it('finds the headings of an article without blank lines', () => {
    expect(headings(read('001_2af1b7b0ca767e87.txt'))).toEqual([
      'AIにおける基盤モデルとは何か',
      '基盤モデルの概要',
      '基盤モデルの例',
      '基盤モデルの効果',
      '基盤モデルのモデルアーキテクチャ',
      '多様な基盤モデル',
      'Whisper',
      'DALLE2, Stable Diffusion',
      'CLIP',
      '基盤モデルのコスト',
      '基盤モデルの影響',
      '基盤モデルの今後',
    ])
  })
})

it('names a text that comes from no file by its beginning', () => {
  const text = '彼女は毎朝牛乳を飲む。それから駅へ行く。'
  expect(extractText({ text, uri: 'upload:1' }).title).toBe(text)
  expect(extractText({ text, uri: 'file:///a/%E6%9C%9D.txt' }).title).toBe('朝')
})
