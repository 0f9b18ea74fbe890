import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitStream } from './split-stream.js'

async function collect(pieces: readonly string[]) {
  async function* stream() {
    yield* pieces
  }
  const sentences = []
  for await (const sentence of splitStream(stream())) sentences.push(sentence)
  return sentences
}
const texts = async (...pieces: string[]) => (await collect(pieces)).map(({ text }) => text)

const cutAt = (text: string, cuts: readonly number[]) => {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)), text.length].sort((a, b) => a - b)
  return places.slice(1).map((end, i) => text.slice(places[i], end))
}
const cuts = fc.array(fc.nat(), { maxLength: 30 })

const long = `# 答え

はい。[1] BERTは2018年に発表された。[1] GPT-3は1,750億個のパラメータを持つ。【2】[3]二つは違う。

- **BERT-Base**：12層。[1]
- BERT-Large：24層。(出典1)

| モデル | 層数 |
| --- | --- |
| BERT-Base | 12 |

\`\`\`python
a[1] = 3
\`\`\`
<think>1 < 2。考える。</think>It has 1.5 billion parameters [Source 2]. See Vaswani et al. (2017). 「…だ。」と述べた。¹ 長い（注。）文。Source: 1
`

describe('splitStream', () => {
  it('keeps the markers that follow a stop with their sentence', async () => {
    expect(
      await texts('BERTは2018年に発表された。[1] GPT-3は1,750億個のパラメータを持つ。【2】[3]二つは違う。'),
    ).toEqual(['BERTは2018年に発表された。[1]', 'GPT-3は1,750億個のパラメータを持つ。【2】[3]', '二つは違う。'])
    expect(await texts('一つ。(出典1) 二つ。Source: 2\n三つ。出典: [1] 四つ。¹')).toEqual([
      '一つ。(出典1)',
      '二つ。Source: 2',
      '三つ。出典: [1]',
      '四つ。¹',
    ])
  })

  it('gives the same sentences however the text is cut into pieces', async () => {
    const whole = await collect([long])
    expect(whole.length).toBeGreaterThan(8)
    await fc.assert(
      fc.asyncProperty(cuts, async (cuts) => {
        expect(await collect(cutAt(long, cuts))).toEqual(whole)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same for any text, cut anywhere, and never fails', async () => {
    const pieces = [
      'BERT',
      'は',
      '。',
      '.',
      ' ',
      '\n',
      '[',
      ']',
      '1',
      '【',
      '】',
      '<think>',
      '</think>',
      '<',
      '|',
      '- ',
      '# ',
      '`',
      '```',
      '「',
      '」',
      '(',
      ')',
      'Source',
      ':',
      '出典',
      '{',
      '"',
      // Cut in two now and then. Halves by themselves do not come: what a server sends is UTF-8.
      '😀',
      'word',
      'e.g',
      '…',
      '¹',
      '\u0000',
      '2024',
    ]
    const anything = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(anything, cuts, async (text, cuts) => {
        expect(await collect(cutAt(text, cuts))).toEqual(await collect([text]))
      }),
      { numRuns: 1500 },
    )
  })

  it('gives a sentence as soon as what follows cannot belong to it', async () => {
    const given: string[] = []
    async function* stream() {
      yield 'BERTは2018年に発表された。[1]'
      expect(given).toEqual([])
      yield 'GPT-3は1,750億個のパラ'
      expect(given).toEqual(['BERTは2018年に発表された。[1]'])
      yield 'メータを持つ'
    }
    for await (const { text } of splitStream(stream())) given.push(text)
    expect(given).toEqual(['BERTは2018年に発表された。[1]', 'GPT-3は1,750億個のパラメータを持つ'])
  })

  it('reads Markdown', async () => {
    const sentences = await collect([
      '## 概要\nBERTは**言語モデル**である。\n1. 12層。\n2) 24層。\n・*一つ*\n> 引用。\n---\n| 名 | 層 |\n|---|---|\n| A | 12 |\n| B | 24 |\n',
    ])
    expect(sentences.map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
      'heading: 概要',
      'text: BERTは言語モデルである。',
      'item: 12層。',
      'item: 24層。',
      'item: 一つ',
      'text: 引用。',
      'item: A：層 12',
      'item: B：層 24',
    ])
  })

  it.each([
    ['reasoning', '<think>まず考える。</think>答え。', ['答え。']],
    ['reasoning that is never closed', '<think>まず考える。答え。', []],
    ['a fence around the answer', '```markdown\n答え。[1]\n```', ['答え。[1]']],
    ['code', '例。\n```js\nconst a = 1\n\nb()\n```\n終わり。', ['例。', 'const a = 1\n\nb()', '終わり。']],
    ['code that is never closed', '例。\n```js\nconst a = 1', ['例。', 'const a = 1']],
    ['a fence with nothing in it', '例。\n```js\n\n```\n終わり。', ['例。', '終わり。']],
    ['JSON', '{"answer": "一つ。[1] 二つ。", "citations": [2]}', ['一つ。[1]', '二つ。[2]']],
    ['JSON in a fence', '```json\n{"sentences": [{"text": "一つ。", "citations": [1]}]}\n```', ['一つ。[1]']],
    ['JSON cut off', '{"answer": "一つ。[1] 二つ', ['一つ。[1]', '二つ']],
    ['tokens of a chat template', '<|im_start|>assistant\n答え。<|im_end|>\n<|im_start|>user\n次。', ['答え。']],
    [
      'channels',
      '<|channel|>analysis<|message|>考える。<|end|><|start|>assistant<|channel|>final<|message|>答え。',
      ['答え。'],
    ],
    ['passages said again', '<passage number="1">\n本文。\n</passage>\n答え。', ['答え。']],
    ['a closing list of sources', '答え。[1]\n\n出典：\n[1] BERT\n[2] GPT-3', ['答え。[1]']],
    ['nothing', '', []],
    ['white space', ' \n\t\u3000\n', []],
    ['only markers', '[1][2]', ['[1][2]']],
    ['a marker cut off', '答え。[', ['答え。[']],
    ['a lone half of a pair', '答え\ud83d。', ['答え。']],
  ])('takes %s', async (_, text, expected) => {
    expect(await texts(...text)).toEqual(expected)
    expect(await texts(text)).toEqual(expected)
  })

  it('cuts a sentence without a stop, and keeps all of it', async () => {
    const text = `${'あ'.repeat(700)}、${'い'.repeat(3000)}`
    const sentences = await texts(...text)
    expect(sentences.every((sentence) => sentence.length <= 1200)).toBe(true)
    expect(sentences.join('')).toBe(text)
  })

  it('takes thousands of tokens', async () => {
    const text = 'GPT-3は2020年に発表された。'.repeat(2000)
    expect(await texts(...text)).toHaveLength(2000)
  })
})
