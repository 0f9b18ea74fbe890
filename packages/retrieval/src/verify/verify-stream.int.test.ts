import { beforeAll, describe, expect, it } from 'vitest'
import type { DraftSentence } from '../answer/build-citations.js'
import { getBundledModels } from '../fixtures/create-test-index.js'
import { readArticlePassages } from './fixtures/read-articles.js'
import { type UnsupportedPolicy, verifyStream } from './verify-stream.js'

const { embedder } = getBundledModels()
let passages: Awaited<ReturnType<typeof readArticlePassages>>
beforeAll(async () => {
  passages = await readArticlePassages(['bert', 'gpt-3'])
})

async function verify(
  pieces: Iterable<string>,
  options: { question?: string; unsupportedSentences?: UnsupportedPolicy; signal?: AbortSignal } = {},
) {
  async function* stream() {
    yield* pieces
  }
  const dropped: string[] = []
  const drafts: DraftSentence[] = []
  for await (const draft of verifyStream({
    stream: stream(),
    passages,
    embedder,
    onDropped: (sentence) => dropped.push(sentence),
    ...options,
  }))
    drafts.push(draft)
  return { drafts, dropped }
}

const quotes = ({ evidence }: DraftSentence) =>
  evidence.map(({ passage, start, end }) => passage.text.slice(start, end))
const highlighted = ({ evidence }: DraftSentence) =>
  evidence.flatMap(({ passage, highlights }) => highlights.map(({ start, end }) => passage.text.slice(start, end)))

describe('verifyStream', () => {
  it('puts the right passage in the place of a wrong, missing or unknown marker', async () => {
    const right = 'BERT-Baseは12層で約1億1,000万個のパラメータを持つ。'
    for (const marker of ['', '[1]', '[9]', '【5】', '（出典2）', 'Source: 3']) {
      const { drafts } = await verify([`${right}${marker}`])
      expect(drafts).toHaveLength(1)
      expect(drafts[0]).toMatchObject({ text: right, support: 'supported' })
      expect(drafts.flatMap(quotes)).toEqual([expect.stringContaining('BERT-Baseは12層で約1億1,000万個')])
    }
  })

  it('quotes one sentence, and sets the deciding words apart', async () => {
    const { drafts } = await verify(['BERTは2018年10月に発表されました。[1]'], {
      question: 'BERTはいつ発表されましたか？',
    })
    expect(drafts.flatMap(quotes)).toEqual([
      'BERTは2018年10月にGoogleの研究者Jacob Devlinらが発表し、論文は2019年の国際会議NAACLに採録された。',
    ])
    expect(drafts.flatMap(highlighted)).toEqual(['2018年10月'])
  })

  it('cites both passages for a sentence made of two', async () => {
    const { drafts } = await verify(['BERTは2018年10月に発表され、GPT-3は2020年5月に発表された。'])
    expect(drafts[0]?.support).toBe('supported')
    expect(drafts[0]?.evidence.map(({ passage }) => passage.documentId)).toEqual(['bert', 'gpt-3'])
  })

  it('leaves out what no passage holds, and tells of it; or marks it', async () => {
    const stream = ['GPT-3の重みは一般に配布されている。[1]', 'GPT-3は3,000億トークンで学習した。[1]']
    const dropping = await verify(stream)
    expect(dropping.dropped).toEqual(['GPT-3の重みは一般に配布されている。'])
    expect(dropping.drafts.map(({ text }) => text)).toEqual(['GPT-3は3,000億トークンで学習した。'])
    const marking = await verify(stream, { unsupportedSentences: 'mark' })
    expect(marking.dropped).toEqual([])
    expect(marking.drafts.map(({ support, evidence }) => [support, evidence.length])).toEqual([
      ['unsupported', 0],
      ['supported', 1],
    ])
  })

  it('keeps the quote in the language of its source', async () => {
    const { drafts } = await verify(['The weights of GPT-3 are not publicly distributed. [1]'])
    expect(drafts.map(({ support }) => support)).toEqual(['supported'])
    expect(drafts.flatMap(quotes)).toEqual(['GPT-3の重みは一般には配布されていない。'])
  })

  it('drops what states nothing, and keeps lists', async () => {
    const { drafts, dropped } = await verify([
      'はい、承知しました。\n\n## BERTの大きさ\n\nBERTの大きさは以下の通りです：\n\n- **BERT-Base**：12層 [1]\n- **BERT-Large**：24層 [1]\n\nBERTは2018年10月に発表されました。\n\n以上が回答です。ご不明な点があればお知らせください。',
    ])
    expect(dropped).toEqual([])
    expect(drafts.map(({ text, layout, support }) => [text, layout, support])).toEqual([
      ['BERT-Base：12層', 'item', 'supported'],
      ['BERT-Large：24層', 'item', 'supported'],
      ['BERTは2018年10月に発表されました。', 'paragraph', 'supported'],
    ])
  })

  it('checks an item with the subject of its list', async () => {
    const right = await verify(['BERT-Largeの特徴は次の通りです。\n- 24層\n- 約3億4,000万個のパラメータ'])
    expect(right.drafts.map(({ text }) => text)).toEqual(['24層', '約3億4,000万個のパラメータ'])
    const wrong = await verify(['BERT-Baseの特徴は次の通りです。\n- 24層\n- 約3億4,000万個のパラメータ'])
    expect(wrong.drafts.filter(({ support }) => support === 'supported')).toEqual([])
  })

  it('keeps code that a passage holds, and drops other code', async () => {
    const { drafts, dropped } = await verify([
      'GPT-3は96層からなる。\n```yaml\nBERT-Base は 12層で約1億1,000万個\n```\nBERTは2018年10月に発表されました。\n```yaml\n13層\n```',
    ])
    expect(drafts.map(({ text, layout, support }) => [text, layout, support])).toEqual([
      ['GPT-3は96層からなる。', 'paragraph', 'supported'],
      ['```yaml\nBERT-Baseは12層で約1億1,000万個\n```', 'code', 'supported'],
      ['BERTは2018年10月に発表されました。', 'paragraph', 'supported'],
    ])
    expect(dropped).toEqual(['13層'])
  })

  it('says nothing of a model that declines', async () => {
    for (const text of [
      '資料には記載がありません。',
      'The passages do not mention this.',
      '申し訳ありませんが、お答えできません。',
    ])
      expect(await verify([text])).toEqual({ drafts: [], dropped: [] })
  })

  it('tells a sentence once, and stops a loop', async () => {
    let pulled = 0
    function* loop() {
      for (; pulled < 1000; pulled++) yield 'GPT-3の重みは一般には配布されていない。\n'
    }
    const { drafts } = await verify(loop())
    expect(drafts).toHaveLength(1)
    expect(pulled).toBeLessThan(20)
  })

  it('gives the same however the stream is cut', async () => {
    const text =
      '<think>まず[1]を見る。</think>BERTは2018年10月に発表された【1】。\n- GPT-3は96層からなる。（資料６）\n- 嘘は9,999個ある。'
    const whole = await verify([text])
    expect(await verify(text)).toEqual(whole)
    expect(whole.drafts).toHaveLength(2)
    expect(whole.dropped).toEqual(['嘘は9,999個ある。'])
  })

  it.each([
    '',
    ' \n ',
    '[1][2]',
    '<think>GPT-3の重みは一般には配布されていない。',
    '\ud83d',
    '```\n```',
    '{}',
    '。。。',
  ])('gives nothing for %j', async (text) => {
    expect(await verify([text])).toEqual({ drafts: [], dropped: [] })
  })

  it('keeps evidence inside the passage, and highlights inside the evidence', async () => {
    const { drafts } = await verify(passages.slice(0, 4).map(({ text }) => `${text}\n`))
    expect(drafts.length).toBeGreaterThan(8)
    for (const { passage, start, end, highlights } of drafts.flatMap(({ evidence }) => evidence)) {
      expect(passage.text.slice(start, end).trim()).not.toBe('')
      for (const highlight of highlights) {
        expect(highlight.start).toBeGreaterThanOrEqual(start)
        expect(highlight.end).toBeLessThanOrEqual(end)
        expect(highlight.end).toBeGreaterThan(highlight.start)
      }
    }
  })
})
