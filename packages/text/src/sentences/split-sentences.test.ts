import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../fixtures/any-text.js'
import { splitSentences } from './split-sentences.js'

const split = (text: string) => splitSentences(text).map(({ start, end }) => text.slice(start, end))
/** Cases are written with a bar where the text is to be cut; the bar is not part of the text. */
const expectCuts = (marked: string) => {
  const text = marked.replaceAll('|', '')
  const expected = marked.split('|').flatMap((part) => (part.trim() ? [part.trim()] : []))
  expect(split(text)).toEqual(expected)
}

describe('Japanese', () => {
  it.each([
    '大きなモデルほど賢いとは限らない。|データの質も効く。',
    '「とても速いです。」と開発者は述べた。|次に、彼は「本当ですか？」と聞いた。',
    '「行きます。」|「来ます。」|彼は帰った。',
    '彼は言った。|「はい。」|それから帰った。',
    '「モーニング娘。」のメンバーが歌った。',
    '推論は速い（一枚あたり3ミリ秒。GPUを使った場合）。|学習は遅い。',
    '（図を参照。）|次の節へ進む。',
    '（中略）しかし続く。',
    '（閉じない括弧。|それでも切れる。|さらに」続く。',
    'すごい！！|次は何！？|そう……。|',
    '本当？と聞いた。|なぜ？|ところで、今日は。',
    '精度は９３．２％である．|次に，３．１４を使う．',
    '１．はじめに|\n２．手法',
    '拡散モデルとは?|画像を作る手法です!|速い?|はい',
    'Yahoo!ニュースが報じた。|Yahoo! JAPANも報じた。',
    'モデルは公開された。[1][2]|重みもある。[3]',
    'これはAIです。 |あれは牛です｡|終わり',
    '任意の語（例えば”dog”, “cat”）を使う。|次。',
    '見出しに句点はない|\n本文が始まる。',
    '終わりです。」|次の文。',
  ])('%s', expectCuts)
})

describe('English', () => {
  it.each([
    'Dr. Smith met J. R. R. Tolkien at 3.14 p.m. in the U.S. Army. |He left.',
    'See Fig. 3, e.g. the Transformer (Vaswani et al. 2017). |It works, i.e. it learns.',
    'It follows Brown et al. The paper is long.'.replace('al. ', 'al. |'),
    '"He left." |She stayed. |"Go!" he said. |“Stop.” |Then he went.',
    'Wait... what? |Wait... |What now?',
    '1. Install it. |2. Run it. |\n3. Done.',
    'Use version 1.2.3. |Then try v2.0 of https://example.com/a.b?c=d. |Next! |It is README.md, not readme.txt.',
    'He works at Acme Inc. |The firm grew. |He works at Acme Inc. in Tokyo.',
    'No. 5 is the best. |Is it? |No. |I am sure.',
    '(He left.) |She stayed. |It works (really well. Yes). |Next.',
    'Released on Jan. 5, 2024. |It was paused in Mar. |Then it went on.',
    'I am J. Doe. |So am I. |Then he left.',
    'The model works.[4] |It is good. [5]',
    'iPhone sales grew. |iPhone users like AI, CNNs vs. Transformers, arXiv: 1706.03762, etc. |The end.',
    'The preprint by P. St. John et al., 2024, is short. |It has figures.',
    'Hello. |😀 World! ♪',
  ])('%s', expectCuts)
})

describe('lines', () => {
  it.each([
    'The model is\ntrained on text.|\nIt works.',
    'The model is (see\n  the appendix) large.',
    'a heading|\n\nlower case after a blank line',
    'DALLE2, Stable Diffusion|\nailia SDKを開発しています。',
    '基盤モデルは便利。|\nax株式会社の製品。',
    'It ended.|\nlower case begins anew',
    'shown in Fig.\n3 of the paper'.replace('\n', '|\n'),
    '- first point|\n- second point',
    'Windows|\r\nMac|\rLinux|\u2028BeOS',
    '「閉じない|\n次の行。|その次。',
    '---|\ntitle',
  ])('%j', expectCuts)
})

describe('any text', () => {
  const text = anyText({
    pieces: [
      ...[
        '。',
        '！？',
        '.',
        '. ',
        '... ',
        '\n',
        '\r\n',
        '\n\n',
        ' ',
        '　',
        '「',
        '」',
        '（',
        '）',
        '(',
        ')',
        '"',
        '．',
        '?',
      ],
      ...[
        'です',
        'と',
        'Dr',
        'e.g',
        'No',
        'the',
        'The',
        'GPT-3',
        '3',
        '[1]',
        '\u200b',
        '\u0301',
        '\ud800',
        '…',
        '”',
        ' a',
      ],
    ],
    maxPieces: 30,
  })

  it('lies in exactly one span, but for white space', () => {
    fc.assert(
      fc.property(text, (text) => {
        let end = 0
        for (const span of splitSentences(text)) {
          const sentence = text.slice(span.start, span.end)
          if (span.start < end || text.slice(end, span.start).trim() || !sentence || sentence !== sentence.trim())
            return false
          end = span.end
        }
        return text.slice(end).trim() === ''
      }),
      { numRuns: 2000 },
    )
  })

  it('gives way after a bracket pair too wide to be a remark', () => {
    const long = `（${'長い話です。'.repeat(200)}）`
    expect(splitSentences(long).length).toBeGreaterThan(100)
    const short = `（${'短い話です。'.repeat(20)}）`
    expect(splitSentences(short)).toHaveLength(1)
  })
})

const seeds = new URL('../../../../../shared/corpus/seeds/', import.meta.url)
describe.runIf(existsSync(seeds))('the seed articles', () => {
  const files = existsSync(seeds) ? readdirSync(seeds) : []
  it.each(files)('%s: no sentence runs over a line or on after a full stop', (file) => {
    const text = readFileSync(new URL(file, seeds), 'utf8')
    const sentences = split(text)
    expect(sentences.length).toBeGreaterThan(50)
    for (const sentence of sentences) {
      expect(sentence).not.toContain('\n')
      expect(sentence.replace(/「[^」]*」|（[^）]*）/g, '')).not.toMatch(/。./)
    }
  })
})
